#pragma once

#include "ui/screens/Screen.h"

namespace foyer {

class Amount;
class Icon;
class Label;

/// A guest's money on its way back, or the code that is as good as it (FLOWS 8.6). Not left before one of both is so.
class FarewellScreen : public Screen
{
    Q_OBJECT
public:
    explicit FarewellScreen(VisitModel &visit, QWidget *parent = nullptr);

    Frame frame() const override;
    void mainPressed() override;
    void begin() override;
    void retranslate() override { showMoney(); }

private:
    void showMoney();
    void showMoneyBack(Money amount);
    void showThanks();
    void showClaim(const Claim &claim);
    bool isSettled() const { return !visit().tender().tender() && (visit().claim() || !visit().moneyBack()); }

    Icon *m_icon;
    Label *m_title, *m_text;
    Amount *m_figure;
};

} // namespace foyer
