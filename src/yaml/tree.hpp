// A parsed text: all nodes in one vector, in the order in which they are written.
#pragma once

#include "base/layers.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::yaml {

enum class Kind : std::uint8_t { null, scalar, sequence, mapping };

/// How a node was written. Scalars: the first five; collections: block or flow. An absent value
/// (`key:`) is plain.
enum class Style : std::uint8_t {
    plain,
    single_quoted,
    double_quoted,
    literal,
    folded,
    block,
    flow
};

/// Limits of a file.
inline constexpr std::size_t max_depth = 32;
inline constexpr std::size_t max_bytes = std::size_t{1} << 20U;

/// A node. Its children follow it directly; of a mapping, each key (a single scalar) and its value
/// in turn.
struct NodeData {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t text_begin = 0;  ///< in the source, or in Tree::decoded
    std::uint32_t text_size = 0;
    std::uint32_t parent = 0;       ///< index; of the root and of nobody else, its own
    std::uint32_t subtree_end = 0;  ///< index after the last node below this one
    std::uint32_t children = 0;     ///< keys not counted
    Kind kind = Kind::null;
    Style style = Style::plain;
    enum class TextIn : std::uint8_t { source, decoded } text_in = TextIn::source;
};

struct Tree {
    std::vector<NodeData> nodes;
    std::string decoded;  ///< the texts of scalars that are not written verbatim

    [[nodiscard]] std::string_view text(const NodeData& node, std::string_view source) const {
        const std::string_view buffer =
            node.text_in == NodeData::TextIn::source ? source : std::string_view(decoded);
        return buffer.substr(node.text_begin, node.text_size);
    }
};

}  // namespace perfplan::yaml
