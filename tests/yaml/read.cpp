// Reads every YAML file of a directory as perfplan does: for specification_test.py.
//
//     yaml_read DIR     beside DIR/<name>.yaml comes <name>.json with its data, or <name>.refused
//     with what people are told
#include "yaml/document.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

using perfplan::yaml::Document;
using perfplan::yaml::Node;
using Json = nlohmann::ordered_json;

Json data_of(const Node& node) {
    if (node.is_null()) {
        return nullptr;
    }
    if (node.is_scalar()) {
        return std::string(node.text());
    }
    Json data = node.is_mapping() ? Json::object() : Json::array();
    for (const Node& child : node.children()) {
        if (node.is_mapping()) {
            data[std::string(child.key().text())] = data_of(child);
        } else {
            data.push_back(data_of(child));
        }
    }
    return data;
}

void read(std::filesystem::path file) {
    std::ifstream stream(file, std::ios::binary);
    auto document =
        Document::read(file.filename().string(), {std::istreambuf_iterator<char>(stream), {}});
    if (document) {
        std::ofstream(file.replace_extension("json")) << data_of(document->root());
        return;
    }
    std::ofstream refused(file.replace_extension("refused"));
    for (const perfplan::base::Diagnostic& told : document.error()) {
        refused << told.message << '\n';
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        return 2;
    }
    for (const auto& entry : std::filesystem::directory_iterator(argv[1])) {
        if (entry.path().extension() == ".yaml") {
            read(entry.path());
        }
    }
    return 0;
}
