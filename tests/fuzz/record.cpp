// Any document as a record. Written anew it is the same record, under the same name.
#include "model/record.hpp"

#include "base/digest.hpp"
#include "target.hpp"

using namespace perfplan;
using namespace perfplan::cli;

namespace {

yaml::Document document_of(const std::string& text) {
    auto document = yaml::Document::read("written.yaml", text);
    fuzz::require(document.has_value(), "what is written can be read", text);
    return std::move(*document);
}

void require_same_again(const Record& record) {
    const std::string text = yaml::write(to_value(record));
    const yaml::Document document = document_of(text);
    const auto again = read_record(document);
    fuzz::require(again.has_value() && again->warnings.empty(), "a written record is a record",
                  text);
    fuzz::require(yaml::write(to_value(again->value)) == text, "it is the same record", text);

    const RecordName name{record.date, record.kind, record_suffix(document.root())};
    fuzz::require(may_be_short_digest(name.suffix), "a suffix is a short digest", name.suffix);
    const auto parsed = parse_record_name(to_string(name));
    fuzz::require(parsed && to_string(*parsed) == to_string(name) && parsed->date == name.date &&
                      parsed->kind == name.kind && parsed->suffix == name.suffix,
                  "the name of a record is one", to_string(name));
}

/// Neither the layout nor the time of writing is part of what a record says.
void require_same_suffix(const yaml::Document& document, Record record) {
    const std::string suffix = record_suffix(document.root());
    yaml::Value data = yaml::Value::of(document.root());
    fuzz::require(record_suffix(document_of(yaml::write(data)).root()) == suffix,
                  "the layout changes no suffix", document.text());

    const auto suffix_now = [](const Record& written) {
        return record_suffix(document_of(yaml::write(to_value(written))).root());
    };
    const std::string before = suffix_now(record);
    record.recorded = Timestamp{"2026-10-14T09:30:00.000Z"};
    fuzz::require(suffix_now(record) == before, "the time of writing changes no suffix",
                  document.text());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto document = yaml::Document::read("any.yaml", std::string(fuzz::text_of(data, size)),
                                               yaml::CrossCheck::left_for_later);
    if (!document) {
        return 0;
    }
    const auto read = read_record(*document);
    if (!read) {
        fuzz::require_told(read.error());
        return 0;
    }
    require_same_again(read->value);
    require_same_suffix(*document, read->value);
    return 0;
}
