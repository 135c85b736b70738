#include "store/internal/journal_reader.hpp"

#include "base/diagnostics/rule_names.hpp"
#include "base/digest.hpp"
#include "model/conflict_copy.hpp"
#include "store/internal/file_errors.hpp"

#include <fmt/format.h>

namespace perfplan::store {

namespace {

/// Kinds whose words must stay as they were written; the rest is people's own text and may be
/// corrected.
bool is_sealed(RecordKind kind) {
    return kind == RecordKind::signature || kind == RecordKind::amendment ||
           kind == RecordKind::response || kind == RecordKind::terms;
}

Diagnostic altered(std::string path, RecordKind kind) {
    Diagnostic diagnostic;
    diagnostic.message = fmt::format(
        "this {} was altered after it was written: its name does not stand for what it says",
        kind == RecordKind::terms ? "copy of the terms" : to_string(kind));
    diagnostic.hint =
        "bring back what was written, for example with 'git checkout', or with 'git log' find who changed it";
    diagnostic.file = std::move(path);
    diagnostic.rule = rule::altered_record;
    return diagnostic;
}

class Reader {
public:
    void read(const Directory& plan, std::string_view name, Privacy privacy) {
        auto directory = plan.find(name);
        if (!directory) {
            append(records_.diagnostics, std::move(directory).error());
            return;
        }
        if (!*directory) {
            return;
        }
        auto entries = (*directory)->list();
        if (!entries) {
            append(records_.diagnostics, std::move(entries).error());
            return;
        }
        for (const DirectoryEntry& entry : *entries) {
            if (!entry.name.starts_with('.')) {
                read_entry(**directory, entry, privacy);
            }
        }
    }

    Records take() { return std::move(records_); }

private:
    void read_entry(const Directory& directory, const DirectoryEntry& entry, Privacy privacy) {
        const auto name = parse_record_name(entry.name);
        if (!name) {
            records_.diagnostics.push_back(not_read(directory.shown(entry.name), name.error()));
            return;
        }
        auto bytes = directory.read(entry.name);
        if (!bytes) {
            append(records_.diagnostics, std::move(bytes).error());
        } else if (*bytes && name->kind == RecordKind::terms) {
            read_copy(directory.shown(entry.name), **std::move(bytes), entry.name, *name, privacy);
        } else if (*bytes) {
            read_record_file(directory.shown(entry.name), **std::move(bytes), entry.name, *name,
                             privacy);
        }
    }

    void read_copy(std::string path, std::string bytes, const std::string& file,
                   const RecordName& name, Privacy privacy) {
        std::string digest = terms_digest(bytes);
        if (sealed_suffix(digest) != name.suffix) {
            records_.diagnostics.push_back(altered(std::move(path), name.kind));
            records_.altered_copies.push_back(name.suffix);
            return;
        }
        JournalEntry entry;
        entry.record.kind = name.kind;
        entry.record.date = name.date;
        entry.file = file;
        entry.privacy = privacy;
        records_.copies.push_back(
            {name.date, path_in_plan(entry), std::move(digest), std::move(bytes)});
        records_.journal.push_back(std::move(entry));
    }

    void read_record_file(std::string path, std::string bytes, const std::string& file,
                          const RecordName& name, Privacy privacy) {
        const auto document = yaml::Document::read(std::move(path), std::move(bytes),
                                                   yaml::CrossCheck::left_for_later);
        if (!document) {
            append(records_.diagnostics, document.error());
            return;
        }
        JournalEntry entry;
        entry.file = file;
        entry.privacy = privacy;
        entry.origin = origin(name.suffix, *document);
        // what a command wrote was confirmed then, and the name proves that it is that still
        if (entry.origin != JournalEntry::Origin::written) {
            if (auto confirmed = document->confirm(); !confirmed) {
                append(records_.diagnostics, std::move(confirmed).error());
                return;
            }
        }
        auto record = read_record(*document);
        if (!record) {
            append(records_.diagnostics, std::move(record).error());
            return;
        }
        append(records_.diagnostics, std::move(record->warnings));
        entry.record = std::move(record->value);
        if (entry.origin == JournalEntry::Origin::edited_by_hand && is_sealed(entry.record.kind)) {
            records_.diagnostics.push_back(altered(document->name(), entry.record.kind));
            return;
        }
        if (entry.record.kind != name.kind || entry.record.date != name.date) {
            Diagnostic misnamed =
                warning(fmt::format("is named as a {} of {}, but says it is a {} of {}",
                                    to_string(name.kind), to_string(name.date),
                                    to_string(entry.record.kind), to_string(entry.record.date)),
                        "what it says counts; rename it to match");
            misnamed.file = document->name();
            misnamed.rule = rule::misnamed_file;
            records_.diagnostics.push_back(std::move(misnamed));
        }
        records_.journal.push_back(std::move(entry));
    }

    static JournalEntry::Origin origin(std::string_view suffix, const yaml::Document& document) {
        if (!may_be_short_digest(suffix)) {
            return JournalEntry::Origin::by_hand;
        }
        return record_suffix(document.root()) == suffix ? JournalEntry::Origin::written
                                                        : JournalEntry::Origin::edited_by_hand;
    }

    Records records_;
};

}  // namespace

std::string path_in_plan(const JournalEntry& entry) {
    return fmt::format("{}/{}",
                       entry.privacy == Privacy::private_ ? private_directory : journal_directory,
                       entry.file);
}

Records read_records(const Directory& plan) {
    Reader reader;
    reader.read(plan, journal_directory, Privacy::shared);
    reader.read(plan, private_directory, Privacy::private_);
    return reader.take();
}

}  // namespace perfplan::store
