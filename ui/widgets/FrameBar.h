#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QBoxLayout;
class QGridLayout;

namespace foyer {

class ActionButton;

/// The bottom of every step: back, start over, call staff, language, comfort; and the step's main action, always in
/// the same place. One row where there is room, else the actions above; in two rows when text is large.
class FrameBar : public QWidget
{
    Q_OBJECT
public:
    struct Words {
        QString back, startOver, help, language, comfort;
    };
    explicit FrameBar(QWidget *parent = nullptr);

    void setWords(const Words &words);
    void setBackEnabled(bool enabled);
    void setStartOverEnabled(bool enabled);
    void setMain(const QString &text, bool enabled);        ///< empty: this step has none
    void setSide(const QString &text, bool enabled = true); ///< a second way on, beside the main one

    ActionButton *mainAction() const { return m_main; } ///< for an icon or a look of its own
    ActionButton *sideAction() const { return m_side; }

Q_SIGNALS:
    void backWanted();
    void startOverWanted();
    void helpWanted();
    void languageWanted();
    void comfortWanted(); ///< text size, contrast, motion
    void mainWanted();
    void sideWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    bool fitsInOneRow() const;
    int frameColumns() const;

    QList<ActionButton *> m_frame; ///< back, start over, help, language, comfort
    ActionButton *m_side, *m_main;
    QBoxLayout *m_rows, *m_actions;
    QGridLayout *m_frameGrid;
};

} // namespace foyer
