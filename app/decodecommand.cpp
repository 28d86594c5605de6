// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/decodecommand.h"

#include "app/arguments.h"
#include "app/console.h"
#include "model/output/decodewriter.h"
#include "model/result/resultcatalogue.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr int textWidth = 100;
constexpr QChar minusSign(0x2212);

bool isNegativeNumber(QStringView argument)
{
    const auto isDigit = [](QChar character) { return character >= u'0' && character <= u'9'; };
    return argument.size() > 1 && argument.front() == u'-' && std::ranges::all_of(argument.sliced(1), isDigit);
}

/// Databases write codes as signed numbers; the parser would take them for options. A minus sign stands in meanwhile.
QStringList hiddenNegativeNumbers(QStringList arguments)
{
    for (QString& argument : arguments) {
        if (isNegativeNumber(argument))
            argument[0] = minusSign;
    }
    return arguments;
}

QStringList shownNegativeNumbers(QStringList arguments)
{
    for (QString& argument : arguments) {
        if (argument.startsWith(minusSign))
            argument[0] = u'-';
    }
    return arguments;
}

std::optional<LogKind> logKind(const QString& word)
{
    if (word == u"web"_s)
        return LogKind::Web;
    if (word == u"firewall"_s)
        return LogKind::Firewall;
    return {};
}

/// Prints what each code means. Texts that are no code are printed too, and complained about.
ExitStatus printCodes(const QStringList& codes, LogKind log, bool asJson)
{
    const ResultCatalogue& catalogue = ResultCatalogue::builtIn();
    const TextStyle style = outputStyle();
    QByteArray output;
    QStringList strangers;
    for (const QString& code : codes) {
        const DecodedResult result = decodeWritten(catalogue, code, log);
        if (!result.value && !result.isKnown)
            strangers += code;
        if (asJson)
            output += decodeJson(result) + '\n';
        else
            output += (output.isEmpty() ? "" : "\n") + decodeText(result, textWidth, style).toUtf8();
    }
    if (const ExitStatus status = printBytes(output); status != ExitStatus::Done)
        return status;
    for (const QString& stranger : std::as_const(strangers))
        complain(CommandLine::tr("“%1” is neither a number of 32 bits nor the name of a result code.").arg(stranger));
    return strangers.isEmpty() ? ExitStatus::Done : ExitStatus::Incomplete;
}

} // namespace

ExitStatus runDecode(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        CommandLine::tr("Tells what result codes of Forefront TMG and ISA Server mean and what to do about them.\n"
                        "A CODE is decimal, signed decimal, hexadecimal (0x...) or a name."));
    const QCommandLineOption log(u"log"_s,
                                 CommandLine::tr("The log that the code is from: web or firewall. Needed only where a "
                                                 "number means two things; the likelier one otherwise."),
                                 u"web|firewall"_s);
    const QCommandLineOption json(u"json"_s, CommandLine::tr("One JSON object a line instead of text."));
    parser.addOptions({log, json});
    parser.addPositionalArgument(u"CODE"_s, CommandLine::tr("Result codes."), u"CODE..."_s);

    if (const auto status = parseArguments(parser, hiddenNegativeNumbers(arguments)))
        return *status;
    const std::optional<LogKind> kind = parser.isSet(log) ? logKind(parser.value(log)) : LogKind::Unknown;
    if (!kind)
        return refuseUsage(CommandLine::tr("--log takes web or firewall, not “%1”.").arg(parser.value(log)));
    const QStringList codes = shownNegativeNumbers(parser.positionalArguments());
    if (codes.isEmpty())
        return refuseUsage(CommandLine::tr("decode needs a result code."));
    return printCodes(codes, *kind, parser.isSet(json));
}

} // namespace TmgLens
