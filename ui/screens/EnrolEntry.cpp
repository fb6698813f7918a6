#include "ui/screens/EnrolEntry.h"

#include "items/EnrolModel.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/LetterPad.h"
#include "ui/widgets/TypedField.h"

#include <QKeyEvent>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr int groupLength = 4;

/// "7KQ4-MW2P-9DXA", as far as it goes.
QString grouped(const QString &code)
{
    QString text = code;
    for (int at = groupLength; at < code.size(); at += groupLength)
        text.insert(at + at / groupLength - 1, u'-');
    return text;
}

QString restOf(const QString &code)
{
    const QString blank(EnrolModel::codeLength, u'_');
    const QString rest = grouped(code + blank.mid(code.size())).mid(grouped(code).size());
    return QString(rest).replace(u"_"_s, u"_\u2009"_s); // so that each stands on its own
}
} // namespace

EnrolEntry::EnrolEntry(EnrolModel &enrol, QWidget *parent)
    : QWidget(parent), m_enrol(enrol), m_address(new TypedField(this)), m_code(new TypedField(this)),
      m_active(m_address), m_hint(new Label(TypeRole::Caption, this)), m_pad(new LetterPad(this))
{
    m_address->setObjectName(u"address"_s);
    m_code->setObjectName(u"code"_s);
    QSizePolicy asWideAsTheFields(QSizePolicy::Ignored, QSizePolicy::Preferred);
    asWideAsTheFields.setHeightForWidth(true);
    m_hint->setSizePolicy(asWideAsTheFields);
    auto *fields = new QWidget(this);
    auto *fieldsColumn = new QVBoxLayout(fields);
    fieldsColumn->setContentsMargins({});
    for (QWidget *each :
        {static_cast<QWidget *>(m_address), static_cast<QWidget *>(m_hint), static_cast<QWidget *>(m_code)})
        fieldsColumn->addWidget(each);
    fieldsColumn->addStretch(1);
    auto *keys = new Card(this);
    (new QVBoxLayout(keys))->addWidget(m_pad);
    auto *keysPart = new QWidget(this);
    auto *keysColumn = new QVBoxLayout(keysPart);
    keysColumn->setContentsMargins({});
    keysColumn->addWidget(keys);
    keysColumn->addStretch(1);
    auto *parts = new TurningBox(this);
    parts->add(fields, 0);
    parts->add(keysPart, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(parts);
    for (TypedField *field : {m_address, m_code})
        connect(field, &TypedField::clicked, this, [this, field] { activate(field); });
    connect(m_pad, &LetterPad::typed, this, &EnrolEntry::type);
    connect(m_pad, &LetterPad::erased, this, &EnrolEntry::erase);
    connect(m_pad, &LetterPad::accepted, this, &EnrolEntry::accept);
    connect(&enrol, &EnrolModel::changed, this, &EnrolEntry::showTyped);
}

void EnrolEntry::begin()
{
    activate(m_enrol.hub().isGood() ? m_code : m_address);
    m_pad->setFocus();
}

void EnrolEntry::retranslate()
{
    m_address->setTitle(tr("The hub's address"));
    m_code->setTitle(tr("One-time code"));
    //: keypad: takes the last character away
    m_pad->setWords(tr("Erase"), tr("OK"));
    showTyped();
}

void EnrolEntry::activate(TypedField *field)
{
    m_active = field;
    m_pad->setCase(field == m_code ? LetterPad::Case::Large : LetterPad::Case::Small);
    m_pad->setAllowed(field == m_code ? u"0123456789ABCDEFGHIJKLMNOPQRSTVWXYZ"_s : QString());
    showTyped();
}

void EnrolEntry::type(const QString &text)
{
    if (m_active == m_address)
        m_enrol.setAddress(m_enrol.address() + text);
    else
        m_enrol.setCode(m_enrol.code() + text);
    Q_EMIT edited();
}

void EnrolEntry::erase()
{
    if (m_active == m_address)
        m_enrol.setAddress(m_enrol.address().chopped(qMin(1, int(m_enrol.address().size()))));
    else
        m_enrol.setCode(m_enrol.code().chopped(qMin(1, int(m_enrol.code().size()))));
    Q_EMIT edited();
}

void EnrolEntry::accept()
{
    if (m_active == m_address && m_enrol.hub().isGood() && !m_enrol.isReady())
        activate(m_code);
    else if (!m_enrol.hub().isGood())
        activate(m_address);
    else
        m_enrol.enrol();
}

void EnrolEntry::keyPressEvent(QKeyEvent *event)
{
    const QString text = event->text();
    const bool isCharacter = text.size() == 1 && text[0] > u' ' && text[0] <= u'~';
    if (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete) {
        erase();
    } else if (isCharacter && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))) {
        type(text);
        m_pad->focusAccept();
    } else {
        event->ignore();
    }
}

void EnrolEntry::showTyped()
{
    m_address->setActive(m_active == m_address);
    m_code->setActive(m_active == m_code);
    m_address->setTyped(m_enrol.address(), m_enrol.address().isEmpty() ? u"hub.example"_s : QString());
    m_code->setTyped(grouped(m_enrol.code()), restOf(m_enrol.code()));
    m_hint->setText(hint());
    m_hint->setTone(m_enrol.hub().fault == HubAddress::Fault::NeedsHttps ? Tone::Warn : Tone::Soft);
    m_pad->setAcceptEnabled(m_active == m_address ? m_enrol.hub().isGood() : m_enrol.isReady());
}

QString EnrolEntry::hint() const
{
    const HubAddress hub = m_enrol.hub();
    switch (hub.fault) {
    case HubAddress::Fault::NeedsHttps: return tr("A hub on another machine is reached by https only.");
    case HubAddress::Fault::NoAddress: return tr("Its name or IP address, and its port if it has one");
    case HubAddress::Fault::None: break;
    }
    //: %1 is a web address
    return tr("This machine will ask %1").arg(hub.url.toString());
}

} // namespace foyer
