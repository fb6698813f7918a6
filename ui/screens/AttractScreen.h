#pragma once

#include "ui/screens/Screen.h"

#include <QTimer>

class QBoxLayout;

namespace foyer {

class EmptyState;
class OfferRow;
class OfferWords;
class Poster;
class TurningBox;

/// The house's next dates, for whoever passes by; a touch anywhere starts.
class AttractScreen : public Screen
{
    Q_OBJECT
public:
    AttractScreen(VisitModel &visit, QWidget *parent = nullptr);

    Frame frame() const override;
    void mainPressed() override;
    void begin() override;
    void retranslate() override;

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fill();
    void fillPoster(const PerformanceOffer &offer, const OfferWords &words);
    void fillRow(OfferRow *row, const PerformanceOffer &offer, const OfferWords &words);
    void drift();

    Poster *m_poster;
    QList<OfferRow *> m_rows;
    TurningBox *m_dates;
    EmptyState *m_empty;
    QBoxLayout *m_column;
    QTimer m_drifting;
    int m_drifted = 0;
    qint64 m_minute = 0; ///< that the words were true in
};

} // namespace foyer
