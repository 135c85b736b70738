#include "yaml/parse/cross_check.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <istream>
#include <streambuf>
#include <vector>

namespace perfplan::yaml {
namespace {

/// Thrown at the first node that is not as expected.
struct Different {
    Span span;
};

/// Goes through the nodes of a tree along with yaml-cpp's events.
class Comparison final : public YAML::EventHandler {
public:
    Comparison(std::string_view text, const Tree& tree) : text_(text), tree_(tree) {}

    [[nodiscard]] bool is_done() const { return next_ == tree_.nodes.size(); }
    [[nodiscard]] Span place() const {
        const NodeData& node = tree_.nodes[is_done() ? 0 : next_];
        return {node.begin, node.end};
    }

    void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
    void OnDocumentEnd() override {}
    void OnAlias(const YAML::Mark& /*mark*/, YAML::anchor_t /*anchor*/) override { different(); }

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        const NodeData& node = expect(Kind::null, anchor);
        // An absent value has the mark of whatever comes next.
        if (node.text_size > 0 && !is_at(mark, node)) {
            different();
        }
        ++next_;
    }

    void OnScalar(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                  const std::string& value) override {
        const NodeData& node = expect(Kind::scalar, anchor);
        if (!is_at(mark, node) || tree_.text(node, text_) != value) {
            different();
        }
        ++next_;
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override {
        collection(Kind::sequence, mark, anchor, style);
    }
    void OnSequenceEnd() override { end(); }

    void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override {
        collection(Kind::mapping, mark, anchor, style);
    }
    void OnMapEnd() override { end(); }

private:
    [[noreturn]] void different() const { throw Different{place()}; }

    [[nodiscard]] const NodeData& expect(Kind kind, YAML::anchor_t anchor) const {
        if (is_done() || anchor != 0 || tree_.nodes[next_].kind != kind) {
            different();
        }
        return tree_.nodes[next_];
    }

    static bool is_at(const YAML::Mark& mark, const NodeData& node) {
        return mark.pos >= 0 && static_cast<std::uint32_t>(mark.pos) == node.begin;
    }

    void collection(Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) {
        const NodeData& node = expect(kind, anchor);
        const Style expected = style == YAML::EmitterStyle::Flow ? Style::flow : Style::block;
        if (!is_at(mark, node) || node.style != expected) {
            different();
        }
        open_.push_back(next_);
        ++next_;
    }

    void end() {
        if (open_.empty() || tree_.nodes[open_.back()].subtree_end != next_) {
            different();
        }
        open_.pop_back();
    }

    std::string_view text_;
    const Tree& tree_;
    std::uint32_t next_ = 0;
    std::vector<std::uint32_t> open_;
};

/// A text as a stream, without copying it.
class TextBuffer final : public std::streambuf {
public:
    explicit TextBuffer(std::string_view text) {
        // Nothing ever writes to it: setg() just knows no const.
        char* const begin =
            const_cast<char*>(text.data());  // NOLINT(cppcoreguidelines-pro-type-const-cast)
        setg(begin, begin, begin + text.size());
    }
};

SyntaxError disagreement(Span span) {
    return {span, "YAML readers don't agree on what this means",
            "write it in a simpler way: a text in double quotes, on one line"};
}

}  // namespace

std::optional<SyntaxError> confirm(std::string_view text, const Tree& tree) {
    TextBuffer buffer(text);
    std::istream stream(&buffer);
    Comparison comparison(text, tree);
    try {
        YAML::Parser parser(stream);
        if (!parser.HandleNextDocument(comparison) || !comparison.is_done()) {
            return disagreement(comparison.place());
        }
    } catch (const Different& found) {
        return disagreement(found.span);
    } catch (const YAML::Exception&) {
        return disagreement(comparison.place());
    }
    return std::nullopt;
}

}  // namespace perfplan::yaml
