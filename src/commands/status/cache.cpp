#include "commands/status/cache.hpp"

#include "base/byte_stream.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::commands {

namespace {

constexpr std::size_t worth_a_cache = 100;  ///< plans

void write(ByteWriter& writer, const std::optional<std::string>& text) {
    writer.number(text ? 1 : 0);
    writer.text(text.value_or(""));
}

void write(ByteWriter& writer, const std::vector<std::string>& texts) {
    writer.number(static_cast<std::int64_t>(texts.size()));
    for (const std::string& text : texts) {
        writer.text(text);
    }
}

void write(ByteWriter& writer, Date date) {
    writer.number(date - Date());
}

std::optional<std::string> optional_text(ByteReader& reader) {
    const bool is_there = reader.number() != 0;
    const std::string_view text = reader.text();
    return is_there ? std::optional<std::string>(text) : std::nullopt;
}

std::vector<std::string> texts(ByteReader& reader) {
    std::vector<std::string> texts(reader.count());
    for (std::string& text : texts) {
        text = reader.text();
    }
    return texts;
}

Date date(ByteReader& reader) {
    return Date() + static_cast<int>(reader.number());
}

constexpr std::int64_t no_verdict = -1;

/// The user's directory for caches by the XDG Base Directory Specification; empty: none.
std::string cache_home(const Io& io) {
    if (const auto home = io.variable("XDG_CACHE_HOME"); home && home->starts_with('/')) {
        return *home;
    }
    const auto home = io.variable("HOME");
    return home ? *home + "/.cache" : std::string();
}

std::string bytes_of_cells(const StatusRow& row) {
    std::string bytes;
    ByteWriter writer(bytes);
    write(writer, row.cells);
    for (const Tone tone : row.tones) {
        writer.number(static_cast<std::int64_t>(tone));
    }
    return bytes;
}

bool read_cells(StatusRow& row, std::string_view bytes) {
    ByteReader reader(bytes);
    row.cells = texts(reader);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        row.tones.push_back(static_cast<Tone>(reader.number()));
    }
    return reader.is_sound() && reader.is_at_end();
}

std::string bytes_of_fields(const StatusRow& row) {
    std::string bytes;
    ByteWriter writer(bytes);
    write(writer, row.fields);
    return bytes;
}

bool read_fields(StatusRow& row, std::string_view bytes) {
    ByteReader reader(bytes);
    row.fields = texts(reader);
    return reader.is_sound() && reader.is_at_end();
}

}  // namespace

std::string to_bytes(const StatusRow& row) {
    std::string bytes;
    ByteWriter writer(bytes);
    const PlanSummary& summary = row.summary;
    writer.text(summary.rep);
    write(writer, summary.team);
    write(writer, summary.manager);
    writer.number(static_cast<std::int64_t>(summary.state));
    writer.number(summary.verdict ? static_cast<std::int64_t>(*summary.verdict) : no_verdict);
    write(writer, summary.window.first);
    write(writer, summary.window.last);
    writer.number(summary.need.gravity);
    writer.text(to_string(summary.need.ratio));
    writer.text(bytes_of_cells(row));
    writer.text(bytes_of_fields(row));
    return bytes;
}

std::unique_ptr<StatusRow> row_from(std::string_view bytes, const PlanRef& ref, RowPart part) {
    ByteReader reader(bytes);
    auto row = std::make_unique<StatusRow>();
    PlanSummary& summary = row->summary;
    summary.rep = reader.text();
    summary.team = optional_text(reader);
    summary.manager = optional_text(reader);
    summary.state = static_cast<State>(reader.number());
    if (const std::int64_t verdict = reader.number(); verdict != no_verdict) {
        summary.verdict = static_cast<Verdict>(verdict);
    }
    summary.window.first = date(reader);
    summary.window.last = date(reader);
    summary.need.gravity = static_cast<int>(reader.number());
    const auto ratio = parse_fraction(std::string(reader.text()));
    const std::string_view cells = reader.text();
    const std::string_view fields = reader.text();
    if (!reader.is_sound() || !reader.is_at_end() || !ratio) {
        return nullptr;
    }
    summary.need.ratio = *ratio;
    summary.need.ref = ref;
    const bool is_whole =
        part == RowPart::cells ? read_cells(*row, cells) : read_fields(*row, fields);
    return is_whole ? std::move(row) : nullptr;
}

StatusCache::StatusCache(const Tree& tree, const std::vector<PlanRef>& refs, Date as_of,
                         const Io& io)
    : tree_(&tree), refs_(&refs) {
    if (refs.size() >= worth_a_cache) {
        const std::string basis = fmt::format("{}\n{}", to_string(as_of), tree.settings_text());
        cache_ = PlanCache::open(tree, "status", basis, cache_home(io));
        known_.resize(refs.size());
    }
}

std::unique_ptr<StatusRow> StatusCache::find(std::size_t i, RowPart part) {
    const PlanRef& ref = (*refs_)[i];
    const auto state = cache_ ? state_of_files(*tree_, ref) : std::nullopt;
    if (!state) {
        return nullptr;
    }
    const auto bytes = cache_->find(ref, *state);
    auto row = bytes ? row_from(*bytes, ref, part) : nullptr;
    if (row) {
        known_[i] = {state, *bytes, {}};
    } else if (cache_->can_tell_changes(*state)) {
        known_[i].state = state;
    }
    return row;
}

void StatusCache::keep(std::size_t i, const StatusRow& row) {
    if (cache_ && known_[i].state) {
        known_[i].new_value = to_bytes(row);
    }
}

void StatusCache::save() const {
    const auto is_old = [](const Known& known) { return !known.old_value.empty(); };
    const auto is_new = [](const Known& known) { return !known.new_value.empty(); };
    const auto old_ones = static_cast<std::size_t>(std::ranges::count_if(known_, is_old));
    if (!cache_ || (old_ones == cache_->size() && std::ranges::none_of(known_, is_new))) {
        return;
    }
    std::vector<CachedValue> values;
    for (std::size_t i = 0; i < known_.size(); ++i) {
        if (!known_[i].value().empty()) {
            values.push_back({(*refs_)[i], *known_[i].state, known_[i].value()});
        }
    }
    cache_->replace(values);
}

}  // namespace perfplan::commands
