#pragma once

#include <QList>
#include <QString>

namespace foyer {

/// Many short texts, one after another in one string: as QStrings of their own they would take eight times the memory.
class StringColumn
{
public:
    qsizetype size() const { return m_ends.size(); }
    QString operator[](qsizetype i) const { return m_characters.mid(begin(i), m_ends[i] - begin(i)); }
    void append(QStringView text)
    {
        m_characters.append(text);
        m_ends.append(qint32(m_characters.size()));
    }
    void removeLast()
    {
        m_characters.truncate(begin(size() - 1));
        m_ends.removeLast();
    }
    void squeeze()
    {
        m_characters.squeeze();
        m_ends.squeeze();
    }
    friend bool operator==(const StringColumn &, const StringColumn &) = default;

private:
    qsizetype begin(qsizetype i) const { return i == 0 ? 0 : m_ends[i - 1]; }

    QString m_characters;
    QList<qint32> m_ends; ///< of each text
};

} // namespace foyer
