#include "ui/widgets/LetterPad.h"

#include "ui/widgets/ActionButton.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr int columnCount = 10, letterRows = 4;
const QString characters = u"1234567890qwertyuiopasdfghjkl-zxcvbnm.:/"_s;

/// One character, as large as a key of ten in a row may be.
class CharacterKey final : public Pressable
{
public:
    explicit CharacterKey(QWidget *parent) : Pressable(parent)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    }
    QSize sizeHint() const override
    {
        const QFontMetricsF metrics(font());
        return QSize(qCeil(metrics.horizontalAdvance(u'W')), qCeil(metrics.height()) + theme().space(5))
            .expandedTo(QSize(theme().target(), theme().target()));
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintButton(painter, theme(), rect(), theme().radius() * 0.75, ButtonLook::Raised, state());
        painter.setFont(font());
        painter.setPen(content(ButtonLook::Raised));
        painter.drawText(rect(), Qt::AlignCenter, text());
    }

private:
    QFont font() const { return theme().font(TypeRole::Body, Weight::Strong); }
};
} // namespace

LetterPad::LetterPad(QWidget *parent)
    : QWidget(parent), m_erase(new ActionButton(ButtonLook::Raised, this)),
      m_accept(new ActionButton(ButtonLook::Raised, this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    for (int i = 0; i < characters.size(); ++i) {
        auto *key = new CharacterKey(this);
        key->setText(characters.mid(i, 1));
        key->setFocusPolicy(Qt::NoFocus);
        grid->addWidget(key, i / columnCount, i % columnCount);
        grid->setColumnStretch(i % columnCount, 1);
        connect(key, &Pressable::clicked, this, [this, key] { Q_EMIT typed(key->text()); });
        m_keys.append(key);
    }
    grid->addWidget(m_erase, letterRows, 0, 1, columnCount / 2);
    grid->addWidget(m_accept, letterRows, columnCount / 2, 1, columnCount / 2);
    m_erase->setObjectName(u"erase"_s);
    m_accept->setObjectName(u"accept"_s);
    connect(m_erase, &ActionButton::clicked, this, &LetterPad::erased);
    connect(m_accept, &ActionButton::clicked, this, &LetterPad::accepted);
    makeStop(m_keys.constFirst());
}

void LetterPad::setCase(Case letters)
{
    for (Pressable *key : std::as_const(m_keys))
        key->setText(letters == Case::Large ? key->text().toUpper() : key->text().toLower());
}

void LetterPad::setAllowed(const QString &allowed)
{
    for (Pressable *key : std::as_const(m_keys))
        key->setEnabled(allowed.isEmpty() || allowed.contains(key->text()));
}

void LetterPad::setWords(const QString &erase, const QString &accept)
{
    m_erase->setText(erase);
    m_accept->setText(accept);
}

void LetterPad::setAcceptEnabled(bool enabled)
{
    if (!enabled && m_accept->hasFocus())
        setFocus(); // else it would move on, out of the pad
    m_accept->setEnabled(enabled);
}

void LetterPad::focusAccept() { m_accept->setFocus(Qt::TabFocusReason); }

void LetterPad::makeStop(Pressable *key)
{
    if (m_stop)
        m_stop->setFocusPolicy(Qt::NoFocus);
    m_stop = key;
    m_stop->setFocusPolicy(Qt::TabFocus);
}

void LetterPad::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left: return walk(-1, 0);
    case Qt::Key_Right: return walk(1, 0);
    case Qt::Key_Up: return walk(0, -1);
    case Qt::Key_Down: return walk(0, 1);
    default: event->ignore();
    }
}

/// Over what can't be pressed, to the next that can; below the letters lie the two words.
void LetterPad::walk(int columns, int rows)
{
    const auto at = m_keys.indexOf(focusWidget());
    if (at < 0 && focusWidget() != m_erase && focusWidget() != m_accept)
        return m_stop->setFocus(Qt::TabFocusReason);
    int column = at < 0 ? (focusWidget() == m_accept ? columnCount - 1 : 0) : int(at) % columnCount;
    int row = at < 0 ? letterRows : int(at) / columnCount;
    do {
        column += columns;
        row += rows;
        if (column < 0 || column >= columnCount || row < 0 || row > letterRows)
            return;
        if (row == letterRows)
            return (column < columnCount / 2 || !m_accept->isEnabled() ? m_erase : m_accept)
                ->setFocus(Qt::TabFocusReason);
    } while (!m_keys[row * columnCount + column]->isEnabled());
    makeStop(m_keys[row * columnCount + column]);
    m_stop->setFocus(Qt::TabFocusReason);
}

} // namespace foyer
