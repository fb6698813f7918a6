#pragma once

#include "ui/screens/Screen.h"
#include "ui/widgets/PaperView.h"

class QVBoxLayout;

namespace foyer {

class ActionButton;
class Label;

/// The tickets of a paid order as they are printed, its number, and the ways on. Goes by the order: the token has
/// ended (FLOWS 8.5, 8.7).
class TicketScreen : public Screen
{
    Q_OBJECT
public:
    explicit TicketScreen(VisitModel &visit, QWidget *parent = nullptr);

    Frame frame() const override;
    void mainPressed() override { visit().finish(); }
    void sidePressed() override { visit().buyAnother(); }
    void begin() override;
    void retranslate() override;

private:
    void showPapers();
    void addTickets(const Order &order);
    void addReceipt(const Order &order);
    void addPaper(QSizeF sizeMm, const PaperView::Draw &draw, const QString &spoken);

    Label *m_title, *m_text;
    QWidget *m_papers;
    QVBoxLayout *m_rows;
    ActionButton *m_receipt;
};

} // namespace foyer
