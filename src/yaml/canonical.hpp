// Equality of data, and one string for all documents with the same data.
#pragma once

#include "yaml/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace perfplan::yaml {

/// The same data: kinds, texts, order of items; the order of a mapping's keys, styles, comments and
/// layout don't matter. A plain and a quoted scalar with the same text are the same data.
bool equal(Node a, Node b);

/// One string for all documents with the same data (see `equal`), leaving out the root's keys in
/// `without`. What content addresses are hashed from; its form never changes.
std::string canonical(Node root, const std::vector<std::string_view>& without = {});

}  // namespace perfplan::yaml
