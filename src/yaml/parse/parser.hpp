// Reads the part of YAML that plan files may use, strictly, and finds the bytes of each node.
//
// The grammar is smaller than YAML's on purpose: whatever YAML 1.1 and 1.2 readers disagree about,
// or what turns a slip of the hand into other data, is refused. confirm() then asks yaml-cpp for a
// second opinion.
#pragma once

#include "yaml/parse/scalar.hpp"
#include "yaml/parse/text.hpp"
#include "yaml/tree.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace perfplan::yaml {

class Parser {
public:
    /// `text` must have passed check_bytes().
    explicit Parser(std::string_view text);

    /// Everything that is wrong; the tree is whole only if that is nothing.
    std::vector<SyntaxError> run();

    Tree take_tree() { return std::move(tree_); }

private:
    enum class Introducer { colon, dash };
    enum class Separation { same_line, new_line };

    // Blocks.
    void document();
    void node(Indent indent, Introducer introducer);
    void inline_or_block(Indent indent, Introducer introducer, Separation separation);
    void mapping(Indent column);
    void entry(Indent column);
    void sequence(Indent column, Indent indent);
    void settle(Indent column);
    void key(Context context);
    void colon(std::size_t key_begin, Context context);
    void scalar(ScalarPosition position);
    void finish_line();
    [[nodiscard]] bool is_key_ahead(ScalarPosition position) const;
    void refuse_dash() const;
    void refuse_indicator(Context context) const;

    // Brackets.
    void flow(Indent indent);
    void flow_sequence(Indent indent);
    void flow_mapping(Indent indent);
    void flow_item(Indent indent);
    bool flow_next(std::size_t opening, Indent indent, char closing);
    void skip_in_flow(std::size_t opening, Indent indent);

    // The text.
    Separation skip_blank();
    [[nodiscard]] char peek() const;
    [[nodiscard]] bool at_end() const { return pos_ == text_.size(); }
    [[nodiscard]] bool at_dash() const;
    [[nodiscard]] Indent column() const { return static_cast<Indent>(pos_ - line_begin_); }
    [[nodiscard]] Scan scan(ScalarPosition position) const;

    // The tree.
    std::uint32_t open(Kind kind, Style style);
    void close(std::uint32_t index, std::size_t end);
    void push(Kind kind, const Scalar& scalar, std::size_t begin);
    void push_null(std::size_t at);
    void check_keys(std::uint32_t mapping);
    void check_key(const Scalar& scalar, std::size_t begin);

    // What is wrong.
    void report(SyntaxError problem);
    void resume_after(std::size_t begin, Indent column);

    std::string_view text_;
    std::size_t pos_ = 0;
    std::size_t line_begin_ = 0;
    std::size_t content_end_ = 0;  ///< of the last node that was read
    std::uint32_t parent_ = 0;
    std::size_t depth_ = 0;
    Tree tree_;
    std::vector<SyntaxError> problems_;
};

}  // namespace perfplan::yaml
