// A YAML file as perfplan allows it: read strictly, every node knowing the bytes it was written in.
#pragma once

#include "base/diagnostics/diagnostic.hpp"
#include "base/diagnostics/result.hpp"
#include "yaml/tree.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::yaml {

class Document;

/// A node of a Document: cheap to copy, valid as long as the document. A default-made node is no
/// node: it converts to false, has no children, and may be asked nothing else.
class Node {
public:
    Node() = default;
    explicit operator bool() const { return document_ != nullptr; }

    [[nodiscard]] Kind kind() const;
    [[nodiscard]] Style style() const;
    [[nodiscard]] bool is_scalar() const { return kind() == Kind::scalar; }
    [[nodiscard]] bool is_null() const { return kind() == Kind::null; }
    [[nodiscard]] bool is_sequence() const { return kind() == Kind::sequence; }
    [[nodiscard]] bool is_mapping() const { return kind() == Kind::mapping; }

    /// The bytes of the value: a quoted scalar with its quotes, a block scalar from its `|` to the
    /// end of its last line of text (no line ending), a block collection from its first key or dash
    /// to the end of its last value, a flow collection with its brackets. Empty, just after the
    /// key's colon, for an absent value.
    [[nodiscard]] Span span() const;

    /// A scalar's text after unquoting, folding and chomping. `~`, `null` and an absent value are
    /// Kind::null, with the text as written. Plain scalars have no type here: `010`, `yes` and
    /// `1e3` are just text.
    [[nodiscard]] std::string_view text() const;

    /// Of a sequence its items, of a mapping its values, in the order of the file. Empty for the
    /// rest.
    [[nodiscard]] std::vector<Node> children() const;
    [[nodiscard]] Node first_child() const;   ///< no node if there is none
    [[nodiscard]] Node next_sibling() const;  ///< no node after the last
    [[nodiscard]] std::size_t size() const;   ///< number of children

    /// For the value of a mapping's entry: the key, a scalar node. No node otherwise.
    [[nodiscard]] Node key() const;

    /// The value under `key` of a mapping; no node if it is missing or this is no mapping.
    [[nodiscard]] Node find(std::string_view key) const;

    [[nodiscard]] const Document& document() const { return *document_; }

private:
    friend class Document;
    Node(const Document* document, std::uint32_t index) : document_(document), index_(index) {}
    const Document* document_ = nullptr;
    std::uint32_t index_ = 0;
};

/// Whether yaml-cpp is asked, right after a file was read strictly, if it finds the same nodes in
/// it. That costs over ten times what the reading does; it may be left for later where a digest
/// shows that the file was confirmed when it was written, where it is only read (`check` and every
/// edit ask), or where many edits follow each other of which only the last result matters: what an
/// edit gives is asked about as its document was.
enum class CrossCheck : std::uint8_t { asked, left_for_later };

/// A file's bytes and its nodes. Moving it keeps its nodes valid only through the new object; it
/// can't be copied.
class Document {
public:
    /// Reads strictly. `name` is the path that diagnostics show. All of these are errors, each
    /// pointed at exactly: invalid UTF-8, NUL, control and bidi characters, a byte order mark; more
    /// than max_bytes; merge conflict markers; tabs as indentation; a duplicate key; a key that is
    /// no scalar, or empty; an entry without a colon; a second document, directives and `---`/`...`
    /// markers but for one leading `---`; anchors, aliases, tags, merge keys; a quote or bracket
    /// left open; nesting deeper than max_depth; anything after the root; an empty file; a root
    /// that is no mapping. As many errors as can be told apart are reported, at least the first.
    /// Whatever yaml-cpp would read differently is an error too.
    static Result<Document> read(std::string name, std::string text,
                                 CrossCheck opinion = CrossCheck::asked);

    /// The second opinion on a document that was read without: an error if yaml-cpp reads it
    /// differently.
    [[nodiscard]] Result<void> confirm() const;
    [[nodiscard]] CrossCheck opinion() const;

    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;
    ~Document();

    [[nodiscard]] const std::string& name() const;
    [[nodiscard]] const std::string& text() const;
    [[nodiscard]] Node root() const;  ///< always a mapping

    /// A diagnostic about the bytes of `span`, or of a node's value or its key.
    [[nodiscard]] Diagnostic point(Span span, std::string message, std::string hint = {}) const;
    [[nodiscard]] Diagnostic at_value(Node node, std::string message, std::string hint = {}) const;
    [[nodiscard]] Diagnostic at_key(Node node, std::string message, std::string hint = {}) const;

private:
    friend class Node;
    struct Impl;
    explicit Document(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace perfplan::yaml
