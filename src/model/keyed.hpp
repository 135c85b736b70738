// Things with ids.
#pragma once

#include "base/text/slug.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace perfplan::model {

/// Things with ids, in the order of the file.
template <class T>
using Keyed = std::vector<std::pair<Slug, T>>;

/// The one with that id, or null.
template <class T>
const T* find(const Keyed<T>& all, std::string_view id) {
    for (const auto& [key, value] : all) {
        if (key.str() == id) {
            return &value;
        }
    }
    return nullptr;
}

template <class T>
std::vector<std::string> ids(const Keyed<T>& all) {
    std::vector<std::string> result;
    result.reserve(all.size());
    for (const auto& [key, value] : all) {
        result.push_back(key.str());
    }
    return result;
}

}  // namespace perfplan::model
