#include "quote.hpp"

#include <perfplan/base/text.hpp>

namespace perfplan {
namespace {

constexpr std::size_t max_columns = 80;
/// More bytes than eighty columns of anything people write; keeps the work small for huge texts.
constexpr std::size_t max_bytes = 4096;

}  // namespace

std::string quoted(std::string_view text) {
    return "'" + truncate(visible(text.substr(0, max_bytes)), max_columns) + "'";
}

}  // namespace perfplan
