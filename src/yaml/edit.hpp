// Edits of a file that somebody wrote: exactly the bytes concerned are replaced, all else stays.
#pragma once

#include "yaml/document.hpp"
#include "yaml/path.hpp"
#include "yaml/value.hpp"

#include <cstddef>
#include <string>

namespace perfplan::yaml {

/// The node at `path`; no node if there is none.
Node locate(const Document& document, const Path& path);

/// Every edit gives a new document with the same name, read again and compared with what was
/// intended; if it isn't that, or the file's layout leaves no way to make the edit, nothing is
/// given but a diagnostic that says so (ExitCode::refused, pointing at the place, the hint saying
/// how to do it by hand).
///
/// Kept in every edit: all bytes outside the span concerned, comments, order, quoting of other
/// scalars, line endings (new lines get the ending of their neighbors), a missing final newline,
/// the file's own indentation. Only where a text block would become another text is more changed: a
/// block at the very end gets the line ending that it lacks, or the chomping `-`.

/// Puts `value` at `path`: replaces what is there, or adds the key to its mapping: before the first
/// one that belongs after it by `order`, else as the last. Missing mappings on the way are made. A
/// scalar replaced by a scalar keeps its kind of quotes where the new text allows, and a comment
/// after it. A null mapping (`goals:`) is filled. An empty flow mapping (`{}`) grows in flow
/// style. Null is set as `null`. Setting what is there already gives the same bytes.
Result<Document> set(const Document& document, const Path& path, const Value& value,
                     const Order& order = {});

/// Inserts `value` before the item at `index` of the sequence at `path` (index == size: at its
/// end).
Result<Document> insert(const Document& document, const Path& path, std::size_t index,
                        const Value& value);

/// Takes out the entry or item at `path` with its line and the comment on that line; a comment on
/// lines of its own above it goes with it only if it directly precedes it, at the same indentation,
/// and a blank line, another comment block's gap or the start of the mapping stands before it. The
/// last entry of a block collection leaves `{}` or `[]`.
Result<Document> remove(const Document& document, const Path& path);

/// Gives the entry at `path` another key, in position. Refused if the mapping has that key.
Result<Document> rename(const Document& document, const Path& path, const std::string& key);

}  // namespace perfplan::yaml
