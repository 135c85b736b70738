// fmt, compiled into the program: what its own library consists of.
#include <fmt/format-inl.h>

// All that fmt/format.h declares to be instantiated elsewhere, for char.
template char fmt::detail::decimal_point_impl<char>(locale_ref);
template fmt::detail::thousands_sep_result<char> fmt::detail::thousands_sep_impl<char>(locale_ref);
