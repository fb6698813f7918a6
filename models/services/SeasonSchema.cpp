#include "services/SeasonSchema.h"

#include "domain/JsonInput.h"
#include "domain/Require.h"

#include <QFile>
#include <QJsonDocument>

#define VALIJSON_USE_EXCEPTIONS 1
#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
using SchemaError = valijson::ValidationResults::Error;

QJsonObject seasonSchema()
{
    QFile file(u":/api/season.schema.json"_s);
    FOYER_REQUIRE(file.open(QIODevice::ReadOnly));
    return QJsonDocument::fromJson(file.readAll()).object();
}

/// The validator tells faults apart by its words only.
InputFault faultOf(const QString &words)
{
    if (words.startsWith("Missing required property"_L1))
        return InputFault::Missing;
    if (words.startsWith("Value type not permitted"_L1))
        return InputFault::WrongType;
    return InputFault::SchemaMismatch;
}

/// Both faults of a member that should or shouldn't be there stand at its object; the words name it in quotes.
QString memberNamed(const QString &words)
{
    const bool namesMember =
        words.startsWith("Missing required property"_L1) || words.startsWith("Object contains a property"_L1);
    return namesMember ? words.section(u'\'', -2, -2) : QString();
}

/// The validator's steps are "<root>", "[houses]", "[0]", "[id]".
Refused refusedFor(const SchemaError &error, const QJsonObject &season)
{
    const QString words = QString::fromStdString(error.description);
    QString place;
    QJsonValue value = season;
    const auto descend = [&](const QString &step) {
        place += pointerStep(step);
        value = value.isArray() ? value[step.toInt()] : value[step];
    };
    for (size_t i = 1; i < error.context.size(); ++i)
        descend(QString::fromStdString(error.context[i]).chopped(1).mid(1));
    if (const QString member = memberNamed(words); !member.isEmpty())
        descend(member);
    return inputRefused(faultOf(words), place, value.toVariant().toString());
}
} // namespace

std::optional<Refused> schemaFault(const QJsonObject &season)
{
    valijson::Schema schema;
    const QJsonValue description = seasonSchema();
    valijson::SchemaParser().populateSchema(valijson::adapters::QtJsonAdapter(description), schema);
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    valijson::ValidationResults results;
    const QJsonValue value = season;
    if (validator.validate(schema, valijson::adapters::QtJsonAdapter(value), &results))
        return std::nullopt;
    SchemaError innermost; // what contains it is told of afterwards
    FOYER_REQUIRE(results.popError(innermost));
    return refusedFor(innermost, season);
}

} // namespace foyer
