// The namespaces of the layers. Each sees the names of the layers that it may include; those of
// yaml are written with their prefix.
#pragma once

namespace perfplan {

namespace base {}
namespace format {
using namespace base;
}  // namespace format
namespace yaml {
using namespace base;
}  // namespace yaml
namespace model {
using namespace base;
}  // namespace model
namespace store {
using namespace model;
}  // namespace store
namespace evaluate {
using namespace model;
}  // namespace evaluate
namespace check {
using namespace evaluate;
}  // namespace check
namespace input {
using namespace base;
}  // namespace input
namespace output {
using namespace format;
using namespace check;
}  // namespace output
namespace commands {
using namespace store;
using namespace input;
using namespace output;
}  // namespace commands
namespace cli {
using namespace commands;
}  // namespace cli

}  // namespace perfplan
