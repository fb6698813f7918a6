#pragma once

#include "items/DeskModel.h"
#include "wording/Wording.h"

#include <QWidget>

namespace foyer {

/// One page of the desk: construction, connections, words; what may be done is its model's. The window around it draws
/// the head and what went wrong.
class DeskPage : public QWidget
{
    Q_OBJECT
public:
    DeskPage(DeskModel &desk, QWidget *parent) : QWidget(parent), m_desk(desk) {}

    /// What the window's head says: what the page is about, and more of it in a quieter voice.
    struct Heading {
        QString title, more;
    };
    virtual Heading heading() const = 0;
    /// The page comes into view: focus moves to where typing starts, and what may be old is read again.
    virtual void begin() = 0;
    /// Every word again, in the language in use.
    virtual void retranslate() = 0;
    /// How much waits for somebody there; its tab says so.
    virtual int waiting() const { return 0; }
    /// A scanner's line, wherever it was read. False: this page doesn't know what to do with it.
    virtual bool scanned(const QString &) { return false; }

Q_SIGNALS:
    void headingChanged();

protected:
    DeskModel &desk() const { return m_desk; }
    static Wording wording() { return {}; }
    QString language() const { return wording().locale().name().left(2); } ///< for texts that a house gives
    QTimeZone zone() const { return QTimeZone(m_desk.settings().timeZone); }

private:
    DeskModel &m_desk;
};

} // namespace foyer
