#include "store/internal/journal_reader.hpp"

#include "base/diagnostics/rule_names.hpp"
#include "base/digest.hpp"
#include "base/text/text.hpp"
#include "model/conflict_copy.hpp"
#include "store/internal/file_errors.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <unordered_set>

namespace perfplan::store {

namespace {

/// Kinds whose words must stay as they were written; the rest is people's own text and may be
/// corrected.
bool is_sealed(RecordKind kind) {
    return kind == RecordKind::signature || kind == RecordKind::amendment ||
           kind == RecordKind::response || kind == RecordKind::terms;
}

/// What is known of a file in a directory of records.
struct KnownFile {
    std::string digest;  ///< empty: it could not be read
    enum class Listed { no, yes } listed = Listed::no;
    /// Whether what is wrong with it has been reported.
    enum class Reported { no, yes } reported = Reported::no;
};
using KnownFiles = std::unordered_map<std::string, KnownFile>;

/// The name under which a record of these bytes lies there now; empty: none.
std::string name_now(const KnownFiles& files, std::string_view digest) {
    const auto found = std::find_if(files.begin(), files.end(),
                                    [&](const auto& file) { return file.second.digest == digest; });
    return found == files.end() ? "" : found->first;
}

/// Points at the line in which a record lists another one.
Diagnostic in_list(const Directory& directory, const std::string& lister,
                   const ListedRecord& listed, std::string message, std::string hint) {
    auto bytes = directory.read(lister);
    if (bytes && *bytes) {
        const auto document = yaml::Document::read(directory.shown(lister), **std::move(bytes),
                                                   yaml::CrossCheck::left_for_later);
        if (document) {
            if (const yaml::Node node = document->root().find("after").find(listed.file)) {
                return document->at_key(node, std::move(message), std::move(hint));
            }
        }
    }
    Diagnostic diagnostic;
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    diagnostic.file = directory.shown(lister);
    return diagnostic;
}

Diagnostic missing(const Directory& directory, const std::string& lister,
                   const ListedRecord& listed, const KnownFiles& files) {
    const std::string now = name_now(files, listed.digest);
    Diagnostic diagnostic = in_list(
        directory, lister, listed,
        fmt::format("'{}' is missing: it was there when this record was written, with {}",
                    listed.file, listed.digest),
        now.empty() ? "bring it back, for example with 'git checkout'; 'git log' shows who removed "
                      "it"
                    : fmt::format("'{}' has the same bytes: give it its name back", now));
    diagnostic.rule = rule::missing_record;
    return diagnostic;
}

Diagnostic altered_since(const Directory& directory, const std::string& lister,
                         const ListedRecord& listed, std::string_view now) {
    Diagnostic diagnostic = in_list(
        directory, lister, listed,
        fmt::format("'{}' was altered after this record was written: it was {} and is {}",
                    listed.file, listed.digest, now),
        "bring back what was written, for example with 'git checkout', or with 'git log' find who "
        "changed it");
    diagnostic.rule = rule::altered_record;
    return diagnostic;
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
        files_.clear();
        const std::size_t first = records_.journal.size();
        for (const DirectoryEntry& entry : *entries) {
            if (!entry.name.starts_with('.')) {
                files_[entry.name];
                read_entry(**directory, entry, privacy);
            }
        }
        follow(**directory, first);
        (privacy == Privacy::private_ ? records_.heads.private_ : records_.heads.shared) =
            heads(first);
    }

    Records take() { return std::move(records_); }

private:
    /// Compares each record with what the others list. A sealed one that differs is left out.
    void follow(const Directory& directory, std::size_t first) {
        std::unordered_set<std::string> gone;
        std::unordered_set<std::string> differing;
        for (std::size_t i = first; i < records_.journal.size(); ++i) {
            const JournalEntry& entry = records_.journal[i];
            for (const ListedRecord& listed : entry.record.after) {
                const auto found = files_.find(listed.file);
                if (found == files_.end()) {
                    if (gone.insert(listed.file).second) {
                        records_.diagnostics.push_back(
                            missing(directory, entry.file, listed, files_));
                    }
                    continue;
                }
                KnownFile& file = found->second;
                file.listed = KnownFile::Listed::yes;
                if (file.digest != listed.digest && differing.insert(listed.file).second) {
                    report_difference(directory, entry.file, listed, file);
                }
            }
        }
        const auto begin = records_.journal.begin() + std::ptrdiff_t(first);
        for (auto entry = begin; entry != records_.journal.end(); ++entry) {
            if (differing.contains(entry->file)) {
                entry->origin = JournalEntry::Origin::edited_by_hand;
            }
        }
        records_.journal.erase(std::remove_if(begin, records_.journal.end(),
                                              [&](const JournalEntry& entry) {
                                                  return is_sealed(entry.record.kind) &&
                                                         differing.contains(entry.file);
                                              }),
                               records_.journal.end());
    }

    /// Of notes, readings and reviews `check` says itself that they were edited.
    void report_difference(const Directory& directory, const std::string& lister,
                           const ListedRecord& listed, const KnownFile& file) {
        const auto name = parse_record_name(listed.file);
        if (name && is_sealed(name->kind) && !file.digest.empty() &&
            file.reported == KnownFile::Reported::no) {
            records_.diagnostics.push_back(altered_since(directory, lister, listed, file.digest));
        }
    }

    /// What no record lists yet. Copies of terms prove themselves: their names are their digests.
    std::vector<ListedRecord> heads(std::size_t first) {
        Journal unlisted;
        for (std::size_t i = first; i < records_.journal.size(); ++i) {
            const JournalEntry& entry = records_.journal[i];
            if (entry.record.kind != RecordKind::terms &&
                files_[entry.file].listed == KnownFile::Listed::no) {
                JournalEntry head;
                head.record.date = entry.record.date;
                head.record.recorded = entry.record.recorded;
                head.file = entry.file;
                unlisted.push_back(std::move(head));
            }
        }
        sort(unlisted);
        std::vector<ListedRecord> listed;
        listed.reserve(unlisted.size());
        for (JournalEntry& head : unlisted) {
            std::string digest = files_[head.file].digest;
            listed.push_back({std::move(head.file), std::move(digest)});
        }
        return listed;
    }

    void read_entry(const Directory& directory, const DirectoryEntry& entry, Privacy privacy) {
        const auto name = parse_record_name(entry.name);
        if (!name) {
            records_.diagnostics.push_back(not_read(directory.shown(entry.name), name.error()));
            return;
        }
        auto bytes = directory.read(entry.name);
        if (bytes && *bytes) {
            files_[entry.name].digest = terms_digest(**bytes);
        }
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
        if (privacy == Privacy::private_) {
            Diagnostic copy;
            copy.message = "a private copy of terms seals nothing";
            copy.hint = "move it to journal/, where everybody who signs can read it";
            copy.file = std::move(path);
            copy.rule = rule::private_figures;
            records_.diagnostics.push_back(std::move(copy));
            return;
        }
        std::string digest = terms_digest(bytes);
        if (sealed_suffix(digest) != name.suffix) {
            records_.diagnostics.push_back(altered(std::move(path), name.kind));
            files_[file].reported = KnownFile::Reported::yes;
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
            files_[file].reported = KnownFile::Reported::yes;
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
        if (privacy == Privacy::private_ && !keep_words(entry, document->name())) {
            return;
        }
        records_.journal.push_back(std::move(entry));
    }

    /// Takes out of a private record what can't count; false if nothing stays.
    bool keep_words(JournalEntry& entry, const std::string& path) {
        const std::vector<std::string> counts = what_counts(entry.record);
        if (counts.empty()) {
            return true;
        }
        Diagnostic figures;
        figures.message = fmt::format(
            "a private record carries words only, but this one has {}: {} "
            "not count",
            listing(counts), counts.size() == 1 ? "that does" : "those do");
        figures.hint = "record it again without --private, and keep only the words here";
        figures.file = path;
        figures.rule = rule::private_figures;
        records_.diagnostics.push_back(std::move(figures));
        auto words = words_of(std::move(entry.record));
        if (words) {
            entry.record = *std::move(words);
        }
        return words.has_value();
    }

    static JournalEntry::Origin origin(std::string_view suffix, const yaml::Document& document) {
        if (!may_be_short_digest(suffix)) {
            return JournalEntry::Origin::by_hand;
        }
        return record_suffix(document.root()) == suffix ? JournalEntry::Origin::written
                                                        : JournalEntry::Origin::edited_by_hand;
    }

    Records records_;
    KnownFiles files_;  ///< of the directory that is being read
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
