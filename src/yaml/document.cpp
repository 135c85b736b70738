#include "yaml/document.hpp"

#include "base/diagnostics/rule_names.hpp"
#include "yaml/parse/cross_check.hpp"
#include "yaml/parse/input_bytes.hpp"
#include "yaml/parse/parser.hpp"
#include "yaml/parse/text.hpp"

#include <utility>

namespace perfplan::yaml {

struct Document::Impl {
    std::string name;
    std::string text;
    Tree tree;
    CrossCheck opinion = CrossCheck::asked;

    [[nodiscard]] const NodeData& at(std::uint32_t index) const { return tree.nodes[index]; }
};

namespace {

Diagnostics to_diagnostics(const std::vector<SyntaxError>& problems, const Source& source) {
    Diagnostics diagnostics;
    diagnostics.reserve(problems.size());
    for (const SyntaxError& problem : problems) {
        diagnostics.push_back(source.point(problem.span, problem.message, problem.hint));
        diagnostics.back().rule = rule::syntax;
    }
    return diagnostics;
}

/// About the file as a whole: there is no line worth showing.
Diagnostic about_file(std::string name, std::string message, std::string hint) {
    Diagnostic diagnostic;
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    diagnostic.file = std::move(name);
    diagnostic.at = Location{1, 1};
    diagnostic.rule = rule::syntax;
    return diagnostic;
}

}  // namespace

Document::Document(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

Result<Document> Document::read(std::string name, std::string text, CrossCheck opinion) {
    if (text.size() > max_bytes) {
        return fail(about_file(std::move(name), "the file is too large",
                               "plan files have at most 1 MiB (1048576 bytes)"));
    }
    if (skip_to_token(text, 0) == text.size()) {
        return fail(
            about_file(std::move(name), "empty file", "it needs at least one 'key: value'"));
    }
    auto impl = std::make_unique<Impl>(Impl{std::move(name), std::move(text), {}, opinion});
    const Source source(impl->name, impl->text);
    if (const auto problems = check_bytes(impl->text); !problems.empty()) {
        return fail(to_diagnostics(problems, source));
    }
    Parser parser(impl->text);
    if (const auto problems = parser.run(); !problems.empty()) {
        return fail(to_diagnostics(problems, source));
    }
    impl->tree = parser.take_tree();
    Document document(std::move(impl));
    if (opinion == CrossCheck::asked) {
        if (auto confirmed = document.confirm(); !confirmed) {
            return fail(std::move(confirmed).error());
        }
    }
    return document;
}

Result<void> Document::confirm() const {
    if (const auto problem = yaml::confirm(impl_->text, impl_->tree)) {
        Diagnostic differs = point(problem->span, problem->message, problem->hint);
        differs.rule = rule::syntax;
        return fail(std::move(differs));
    }
    return {};
}

CrossCheck Document::opinion() const {
    return impl_->opinion;
}

const std::string& Document::name() const {
    return impl_->name;
}
const std::string& Document::text() const {
    return impl_->text;
}
Node Document::root() const {
    return {this, 0};
}

Diagnostic Document::point(Span span, std::string message, std::string hint) const {
    return Source(impl_->name, impl_->text).point(span, std::move(message), std::move(hint));
}

Diagnostic Document::at_value(Node node, std::string message, std::string hint) const {
    return point(node.span(), std::move(message), std::move(hint));
}

Diagnostic Document::at_key(Node node, std::string message, std::string hint) const {
    const Node key = node.key();
    return point(key ? key.span() : node.span(), std::move(message), std::move(hint));
}

Kind Node::kind() const {
    return document_->impl_->at(index_).kind;
}
Style Node::style() const {
    return document_->impl_->at(index_).style;
}

Span Node::span() const {
    const NodeData& data = document_->impl_->at(index_);
    return {data.begin, data.end};
}

std::string_view Node::text() const {
    const Document::Impl& impl = *document_->impl_;
    const NodeData& data = impl.at(index_);
    const bool has_text = data.kind == Kind::scalar || data.kind == Kind::null;
    return has_text ? impl.tree.text(data, impl.text) : std::string_view{};
}

std::size_t Node::size() const {
    return document_ == nullptr ? 0 : document_->impl_->at(index_).children;
}

Node Node::first_child() const {
    if (document_ == nullptr) {
        return {};
    }
    const NodeData& data = document_->impl_->at(index_);
    if (data.children == 0) {
        return {};
    }
    return {document_, index_ + (data.kind == Kind::mapping ? 2U : 1U)};
}

Node Node::next_sibling() const {
    const Document::Impl& impl = *document_->impl_;
    const std::uint32_t next = impl.at(index_).subtree_end;
    const NodeData& parent = impl.at(impl.at(index_).parent);
    if (next >= parent.subtree_end) {
        return {};
    }
    return {document_, next + (parent.kind == Kind::mapping ? 1U : 0U)};
}

std::vector<Node> Node::children() const {
    std::vector<Node> nodes;
    nodes.reserve(size());
    for (Node child = first_child(); child; child = child.next_sibling()) {
        nodes.push_back(child);
    }
    return nodes;
}

Node Node::key() const {
    const Document::Impl& impl = *document_->impl_;
    if (index_ == 0 || impl.at(impl.at(index_).parent).kind != Kind::mapping) {
        return {};
    }
    return {document_, index_ - 1};
}

Node Node::find(std::string_view key) const {
    if (document_ == nullptr || kind() != Kind::mapping) {
        return {};
    }
    const Document::Impl& impl = *document_->impl_;
    for (Node child = first_child(); child; child = child.next_sibling()) {
        if (impl.tree.text(impl.at(child.index_ - 1), impl.text) == key) {
            return child;
        }
    }
    return {};
}

}  // namespace perfplan::yaml
