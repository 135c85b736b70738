#include "documents.hpp"

using namespace perfplan;
using namespace perfplan::yaml;
using namespace perfplan::yaml::test;

namespace {

std::string nested_blocks(std::size_t depth) {
    std::string text;
    for (std::size_t i = 0; i < depth; ++i) {
        text += std::string(i, ' ') + "a:\n";
    }
    return text;
}

}  // namespace

TEST_CASE("an empty file is refused") {
    CHECK(refusal_of("") == StatusResult{"empty file", 1, 1, "it needs at least one 'key: value'"});
}

TEST_CASE("a file of empty lines and comments is refused") {
    CHECK(refusal_of("\n# only this\n\n") ==
          StatusResult{"empty file", 1, 1, "it needs at least one 'key: value'"});
}

TEST_CASE("a file of nothing but a document marker is refused") {
    CHECK(refusal_of("---\n") ==
          StatusResult{"empty file", 1, 1, "it needs at least one 'key: value'"});
}

TEST_CASE("a NUL is refused") {
    CHECK(refusal_of(std::string("a: 1\0\n", 6)) ==
          StatusResult{
              "character U+0000 is not allowed", 1, 5,
              "delete it: it can't be seen, and can make a text look different from what it is"});
}

TEST_CASE("an escape character is refused") {
    CHECK(refusal_of("a: \033[1m\n") ==
          StatusResult{
              "character U+001B is not allowed", 1, 4,
              "delete it: it can't be seen, and can make a text look different from what it is"});
}

TEST_CASE("a byte order mark is refused") {
    CHECK(refusal_of("\357\273\277a: 1\n") ==
          StatusResult{"byte order mark at the start of the file", 1, 1,
                       "save the file as UTF-8 without a byte order mark"});
}

TEST_CASE("a bidi override is refused") {
    CHECK(refusal_of("a: ab\342\200\256cd\n") ==
          StatusResult{
              "character U+202E is not allowed", 1, 6,
              "delete it: it can't be seen, and can make a text look different from what it is"});
}

TEST_CASE("a line separator within a text is refused") {
    CHECK(refusal_of("a: b\342\200\250c\n") ==
          StatusResult{
              "character U+2028 is not allowed", 1, 5,
              "delete it: it can't be seen, and can make a text look different from what it is"});
}

TEST_CASE("a merge conflict is refused") {
    CHECK(refusal_of("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> topic\n") ==
          StatusResult{"merge conflict marker '<<<<<<<'", 2, 1,
                       "decide which lines stay, then delete the markers"});
}

TEST_CASE("what is left of a merge conflict is refused") {
    CHECK(refusal_of("a: 1\n>>>>>>> topic\n") ==
          StatusResult{"merge conflict marker '>>>>>>>'", 2, 1,
                       "decide which lines stay, then delete the markers"});
}

TEST_CASE("a conflict marker at the start of a line of a text block is refused") {
    CHECK(refusal_of("t: |\n  a\n=======\n  b\n") ==
          StatusResult{"merge conflict marker '======='", 3, 1,
                       "decide which lines stay, then delete the markers"});
}

TEST_CASE("a diff3 conflict marker is refused") {
    CHECK(refusal_of("a: 1\n||||||| base\n") ==
          StatusResult{"merge conflict marker '|||||||'", 2, 1,
                       "decide which lines stay, then delete the markers"});
}

TEST_CASE("a carriage return within a line is refused") {
    CHECK(refusal_of("a: 1\rb: 2\n") ==
          StatusResult{"carriage return within a line", 1, 5, "end lines with LF or CRLF"});
}

TEST_CASE("a tab before a key is refused") {
    CHECK(refusal_of("a:\n\tb: 1\n") ==
          StatusResult{"tab as indentation", 2, 1, "indent with spaces"});
}

TEST_CASE("a tab before the value is refused") {
    CHECK(refusal_of("a:\tb\n") ==
          StatusResult{"tab between words", 1, 3, "use a space; a tab within a text takes quotes"});
}

TEST_CASE("a tab before a comment is refused") {
    CHECK(refusal_of("a: b\t# c\n") ==
          StatusResult{"tab between words", 1, 5, "use a space; a tab within a text takes quotes"});
}

TEST_CASE("a tab within a plain text is refused") {
    CHECK(refusal_of("a: b\tc\n") ==
          StatusResult{"tab between words", 1, 5, "use a space; a tab within a text takes quotes"});
}

TEST_CASE("a tab within brackets is refused") {
    CHECK(refusal_of("a: [b,\tc]\n") ==
          StatusResult{"tab between words", 1, 7, "use a space; a tab within a text takes quotes"});
}

TEST_CASE("a tab before the text of a block is refused") {
    CHECK(refusal_of("a: |\n\tx\n") ==
          StatusResult{"tab as indentation", 2, 1, "indent with spaces"});
}

TEST_CASE("a tab before a further line of a quoted text is refused") {
    CHECK(refusal_of("a: \"x\n\ty\"\n") ==
          StatusResult{"tab as indentation", 2, 1, "indent with spaces"});
}

TEST_CASE("a key that is there twice is refused") {
    CHECK(refusal_of("a: 1\nb: 2\na: 3\n") ==
          StatusResult{"key 'a' is here twice", 3, 1,
                       "the first one is in line 1; keep one of them"});
}

TEST_CASE("a key that is there twice in different quotes is refused") {
    CHECK(refusal_of("a: {b: 1, 'b': 2}\n") ==
          StatusResult{"key 'b' is here twice", 1, 11,
                       "the first one is in line 1; keep one of them"});
}

TEST_CASE("a key with a question mark is refused") {
    CHECK(refusal_of("? a\n") ==
          StatusResult{"'?' on its own", 1, 1,
                       "write 'key: value'; a text that starts with '?' takes quotes"});
}

TEST_CASE("a list as a key within braces is refused") {
    CHECK(refusal_of("a: {[b]: c}\n") ==
          StatusResult{"a key must be a text, not a list or mapping", 1, 5, "write 'key: value'"});
}

TEST_CASE("a mapping as a key is refused") {
    CHECK(refusal_of("{a: b}: c\n") ==
          StatusResult{"second ':' in a line", 1, 7, "put a text with ': ' in it in quotes"});
}

TEST_CASE("a colon without a key is refused") {
    CHECK(refusal_of("a: 1\n: b\n") ==
          StatusResult{"no key before ':'", 2, 1,
                       "write 'key: value'; a text that starts with ':' takes quotes"});
}

TEST_CASE("an empty key is refused") {
    CHECK(refusal_of("a: 1\n'': b\n") == StatusResult{"empty key", 2, 1, "give it a name"});
}

TEST_CASE("a null as a key is refused") {
    CHECK(refusal_of("a: 1\n~: b\n") ==
          StatusResult{"key '~' stands for nothing", 2, 1, "put it in quotes"});
}

TEST_CASE("a null word as a key is refused") {
    CHECK(refusal_of("a: {null: 1}\n") ==
          StatusResult{"key 'null' stands for nothing", 1, 5, "put it in quotes"});
}

TEST_CASE("a key over two lines is refused") {
    CHECK(refusal_of("\"a\n  b\": 1\n") ==
          StatusResult{"a key must be on one line", 1, 1, "write it on one line"});
}

TEST_CASE("a key that is too long is refused") {
    CHECK(refusal_of(std::string(1001, 'a') + ": 1\n") ==
          StatusResult{"key of more than 1000 bytes", 1, 1, "choose a shorter one"});
}

TEST_CASE("a line without a colon is refused") {
    CHECK(refusal_of("a: 1\nno colon\nb: 2\n") ==
          StatusResult{
              "no ':' after 'no colon'", 2, 1,
              "write 'key: value'; a further line of a text is indented deeper than its key"});
}

TEST_CASE("a line without a colon at the end of the file is refused") {
    CHECK(refusal_of("a: 1\nnocolon") ==
          StatusResult{
              "no ':' after 'nocolon'", 2, 1,
              "write 'key: value'; a further line of a text is indented deeper than its key"});
}

TEST_CASE("a line without a colon at the start of the file is refused") {
    CHECK(refusal_of("nocolon\na: 1\n") ==
          StatusResult{
              "no ':' after 'nocolon'", 1, 1,
              "write 'key: value'; a further line of a text is indented deeper than its key"});
}

TEST_CASE("a colon without a space is refused") {
    CHECK(refusal_of("a: 1\nb:2\n") ==
          StatusResult{"no ':' after 'b:2'", 2, 1, "write a space after the ':'"});
}

TEST_CASE("a key without a colon within braces is refused") {
    CHECK(refusal_of("a: {b, c: 1}\n") ==
          StatusResult{
              "no ':' after 'b'", 1, 5,
              "write 'key: value'; a further line of a text is indented deeper than its key"});
}

TEST_CASE("a colon without a space within braces is refused") {
    CHECK(refusal_of("a: {b:1}\n") ==
          StatusResult{"no ':' after 'b:1'", 1, 5, "write a space after the ':'"});
}

TEST_CASE("a colon without a space before a bracket is refused") {
    CHECK(refusal_of("a: {b:[1]}\n") ==
          StatusResult{"no space after ':'", 1, 6, "write 'key: value'"});
}

TEST_CASE("a second document is refused") {
    CHECK(refusal_of("a: 1\n---\nb: 2\n") ==
          StatusResult{"'---' starts a second document", 2, 1,
                       "a file is one document: move what follows to a file of its own"});
}

TEST_CASE("the end of a document is refused") {
    CHECK(refusal_of("a: 1\n...\n") ==
          StatusResult{"'...' ends the document", 2, 1, "delete the line: a file is one document"});
}

TEST_CASE("a directive is refused") {
    CHECK(
        refusal_of("%YAML 1.2\n---\na: 1\n") ==
        StatusResult{"directive '%YAML'", 1, 1, "delete the line: plan files have no directives"});
}

TEST_CASE("a value on the line of the document marker is refused") {
    CHECK(refusal_of("--- {a: 1}\n") ==
          StatusResult{"text after '---'", 1, 5, "start it on a line of its own"});
}

TEST_CASE("an anchor is refused") {
    CHECK(refusal_of("a: &x 1\n") ==
          StatusResult{"anchor '&x'", 1, 4,
                       "write the value out again: plan files have no anchors or aliases"});
}

TEST_CASE("an anchor before a mapping is refused") {
    CHECK(refusal_of("a: &x\n  b: 1\n") ==
          StatusResult{"anchor '&x'", 1, 4,
                       "write the value out again: plan files have no anchors or aliases"});
}

TEST_CASE("an alias is refused") {
    CHECK(refusal_of("a: *x\n") ==
          StatusResult{"alias '*x'", 1, 4,
                       "write the value out again: plan files have no anchors or aliases"});
}

TEST_CASE("a tag is refused") {
    CHECK(refusal_of("a: !!str 1\n") ==
          StatusResult{
              "tag '!!str'", 1, 4,
              "delete it: plan files have no tags; a text that starts with '!' takes quotes"});
}

TEST_CASE("a tag before a key is refused") {
    CHECK(refusal_of("!t a: 1\n") ==
          StatusResult{
              "tag '!t'", 1, 1,
              "delete it: plan files have no tags; a text that starts with '!' takes quotes"});
}

TEST_CASE("a merge key is refused") {
    CHECK(
        refusal_of("<<: {a: 1}\n") ==
        StatusResult{"merge key '<<'", 1, 1, "write the keys out: plan files have no merge keys"});
}

TEST_CASE("a double quote left open at the end of the file is refused") {
    CHECK(refusal_of("a: 1\nb: \"x\n") ==
          StatusResult{"double quote is never closed", 2, 4,
                       "close it, and indent further lines of the text deeper than its key"});
}

TEST_CASE("a double quote left open before another entry is refused") {
    CHECK(refusal_of("a: \"x\nb: \"y\"\n") ==
          StatusResult{"double quote is never closed", 1, 4,
                       "close it, and indent further lines of the text deeper than its key"});
}

TEST_CASE("a single quote left open is refused") {
    CHECK(refusal_of("a: 'x\nb: 'y'\n") ==
          StatusResult{"single quote is never closed", 1, 4,
                       "close it, and indent further lines of the text deeper than its key"});
}

TEST_CASE("a quote left open within brackets is refused") {
    CHECK(refusal_of("a: [x, 'y]\nb: 1\n") ==
          StatusResult{"single quote is never closed", 1, 8,
                       "close it, and indent further lines of the text deeper than its key"});
}

TEST_CASE("a bracket left open at the end of the file is refused") {
    CHECK(refusal_of("a: [x, y\n") ==
          StatusResult{"'[' is never closed", 1, 4, "close it with ']', and indent what is in it"});
}

TEST_CASE("a bracket left open before another entry is refused") {
    CHECK(refusal_of("a: [x,\n  y\nb: 1\n") ==
          StatusResult{"'[' is never closed", 1, 4, "close it with ']', and indent what is in it"});
}

TEST_CASE("a brace left open is refused") {
    CHECK(refusal_of("a: {x: 1\nb: 1\n") ==
          StatusResult{"'{' is never closed", 1, 4, "close it with '}', and indent what is in it"});
}

TEST_CASE("a bracket closed by a brace is refused") {
    CHECK(refusal_of("a: [x}\n") == StatusResult{"'}' closes '['", 1, 6, "close it with ']'"});
}

TEST_CASE("a closing bracket without an opening one is refused") {
    CHECK(refusal_of("a: ]\n") ==
          StatusResult{"']' without its '['", 1, 4, "delete it, or put the text in quotes"});
}

TEST_CASE("a closing bracket too many is refused") {
    CHECK(refusal_of("a: [x]]\n") ==
          StatusResult{"unexpected ']' after the value", 1, 7, "put the whole text in quotes"});
}

TEST_CASE("a comma without an item is refused") {
    CHECK(
        refusal_of("a: [x,, y]\n") ==
        StatusResult{"nothing before ','", 1, 7, "delete the ',' or write what belongs before it"});
}

TEST_CASE("an item without a comma is refused") {
    CHECK(refusal_of("a: ['x' 'y']\n") ==
          StatusResult{"no ',' or ']' before ''y']'", 1, 9,
                       "put a text with special characters in quotes"});
}

TEST_CASE("a key within a list in brackets is refused") {
    CHECK(refusal_of("a: [x: 1]\n") ==
          StatusResult{"key within a list", 1, 6, "put it in braces: [{key: value}]"});
}

TEST_CASE("a question mark within brackets is refused") {
    CHECK(refusal_of("a: [why? so, y]\n") ==
          StatusResult{"'?' in a text within brackets", 1, 8, "put the text in quotes"});
}

TEST_CASE("a dash within brackets is refused") {
    CHECK(refusal_of("a: [- x]\n") ==
          StatusResult{"'-' within brackets", 1, 5,
                       "separate items with ','; a text '-' takes quotes"});
}

TEST_CASE("a text block within brackets is refused") {
    CHECK(refusal_of("a: [| x]\n") ==
          StatusResult{"text block within brackets", 1, 5, "put the text in quotes"});
}

TEST_CASE("a text after a quoted one is refused") {
    CHECK(refusal_of("a: \"x\" y\n") == StatusResult{"unexpected 'y' after the value", 1, 8,
                                                     "write a quote within double quotes as \\\""});
}

TEST_CASE("an apostrophe within single quotes is refused") {
    CHECK(refusal_of("a: 'it's'\n") ==
          StatusResult{"unexpected 's'' after the value", 1, 8,
                       "write a quote within single quotes twice: ''"});
}

TEST_CASE("a comment without a space is refused") {
    CHECK(refusal_of("a: \"x\"# c\n") ==
          StatusResult{"no space before '#'", 1, 7, "write a space before a comment"});
}

TEST_CASE("a second colon in a line is refused") {
    CHECK(refusal_of("a: b: c\n") ==
          StatusResult{"second ':' in a line", 1, 5, "put a text with ': ' in it in quotes"});
}

TEST_CASE("an entry below a text is refused") {
    CHECK(refusal_of("a: b\n  c: d\n") ==
          StatusResult{"entry 'c' below a text that is already the value", 2, 3,
                       "indent it like the entries above, or put the whole text in quotes"});
}

TEST_CASE("a list below a text is refused") {
    CHECK(refusal_of("a: b\n  - c\n") ==
          StatusResult{"list item below a text that is already the value", 2, 3,
                       "put the text above in quotes, or delete it to make a list"});
}

TEST_CASE("a deeper line after a quoted text is refused") {
    CHECK(refusal_of("a: \"b\"\n  c: d\n") ==
          StatusResult{"unexpected indentation of 2 spaces", 2, 3,
                       "indent it like the line it belongs with"});
}

TEST_CASE("a deeper line after a comment is refused") {
    CHECK(refusal_of("a: b\n  # c\n  d\n") ==
          StatusResult{"unexpected indentation of 2 spaces", 3, 3,
                       "indent it like the line it belongs with"});
}

TEST_CASE("a list item on the line of its key is refused") {
    CHECK(refusal_of("a: - b\n") ==
          StatusResult{"list item on the line of its key", 1, 4,
                       "write each '- item' on a line of its own below the key"});
}

TEST_CASE("a list item among entries is refused") {
    CHECK(refusal_of("a: 1\n- b\n") == StatusResult{"list item among 'key: value' lines", 2, 1,
                                                    "indent it below the key of its list"});
}

TEST_CASE("an entry among list items is refused") {
    CHECK(refusal_of("a:\n  - b\n  c: 1\n") ==
          StatusResult{"line without '- ' among list items", 3, 3,
                       "start it with '- ', or indent it like the key it belongs below"});
}

TEST_CASE("a list at the root is refused") {
    CHECK(refusal_of("- a\nb: 1\n") == StatusResult{"list instead of keys", 1, 1,
                                                    "the file must consist of 'key: value' lines"});
}

TEST_CASE("a list in brackets at the root is refused") {
    CHECK(refusal_of("[a]\n") == StatusResult{"list instead of keys", 1, 1,
                                              "the file must consist of 'key: value' lines"});
}

TEST_CASE("a line indented less than its mapping but deeper than the one above is refused") {
    CHECK(refusal_of("a:\n    b: 1\n  c: 2\n") ==
          StatusResult{"unexpected indentation of 2 spaces", 3, 3,
                       "indent it like the line it belongs with"});
}

TEST_CASE("a list item indented deeper than the others is refused") {
    CHECK(refusal_of("a:\n- b:\n  - c\n   - d\n") ==
          StatusResult{"list item below a text that is already the value", 4, 4,
                       "put the text above in quotes, or delete it to make a list"});
}

TEST_CASE("a line less indented than the first key is refused") {
    CHECK(refusal_of(" a: 1\nb: 2\n") ==
          StatusResult{"line indented less than the first key", 2, 1, "indent all keys alike"});
}

TEST_CASE("an entry after a root in braces is refused") {
    CHECK(refusal_of("{a: 1}\nb: 2\n") ==
          StatusResult{"text after the closing '}'", 2, 1, "the braces must hold the whole file"});
}

TEST_CASE("a text that starts with an at sign is refused") {
    CHECK(refusal_of("a: @x\n") ==
          StatusResult{"text that starts with '@'", 1, 4, "put the text in quotes"});
}

TEST_CASE("a text that starts with a backtick is refused") {
    CHECK(refusal_of("a: `x`\n") ==
          StatusResult{"text that starts with '`'", 1, 4, "put the text in quotes"});
}

TEST_CASE("a text that starts with a percent sign is refused") {
    CHECK(refusal_of("a: %x\n") ==
          StatusResult{"text that starts with '%'", 1, 4, "put the text in quotes"});
}

TEST_CASE("a text on the line of its block header is refused") {
    CHECK(refusal_of("a: | x\n") ==
          StatusResult{"text after '|'", 1, 6, "start the text on the next line"});
}

TEST_CASE("an indentation indicator of zero is refused") {
    CHECK(refusal_of("a: |0\n  x\n") ==
          StatusResult{"text after '|'", 1, 5, "start the text on the next line"});
}

TEST_CASE("an empty line with more spaces than the text block below it is refused") {
    CHECK(refusal_of("a: |\n    \n  x\n") ==
          StatusResult{"empty line with more spaces than the text below it", 2, 1,
                       "delete the spaces"});
}

TEST_CASE("a line of a text block that is indented too little is refused") {
    CHECK(refusal_of("a: |\n   x\n y\n") ==
          StatusResult{"unexpected indentation of 1 space", 3, 2,
                       "indent it like the line it belongs with"});
}

TEST_CASE("a folded block that keeps its line endings is refused") {
    CHECK(refusal_of("a: >+\n  x\n\n") ==
          StatusResult{"'>+' is read in different ways by different programs", 1, 4,
                       "write '>' or '|+'"});
}

TEST_CASE("spaces after the last line of a folded block is refused") {
    CHECK(refusal_of("a: >\n  x\n  ") ==
          StatusResult{"spaces after the last line of the text", 3, 1, "delete them"});
}

TEST_CASE("a text block among entries is refused") {
    CHECK(refusal_of("a: 1\n| x\n") ==
          StatusResult{"text block among 'key: value' lines", 2, 1, "write 'key: |'"});
}

TEST_CASE("an unknown escape is refused") {
    CHECK(refusal_of("a: \"\\q\"\n") ==
          StatusResult{"unknown escape '\\q'", 1, 5,
                       "write a backslash as '\\\\', or use single quotes"});
}

TEST_CASE("a backslash that is none is refused") {
    CHECK(refusal_of("a: \"C:\\Users\"\n") ==
          StatusResult{"escape '\\U' without its 8 hexadecimal digits", 1, 7,
                       "write a backslash as '\\\\', or use single quotes"});
}

TEST_CASE("an escape without its digits is refused") {
    CHECK(refusal_of("a: \"\\x1\"\n") ==
          StatusResult{"escape '\\x' without its 2 hexadecimal digits", 1, 5,
                       "write a backslash as '\\\\', or use single quotes"});
}

TEST_CASE("half of a surrogate pair is refused") {
    CHECK(refusal_of("a: \"\\ud83d\\ude00\"\n") ==
          StatusResult{"escape '\\ud83d' is no character", 1, 5, "write the character itself"});
}

TEST_CASE("an escape beyond Unicode is refused") {
    CHECK(refusal_of("a: \"\\U00110000\"\n") ==
          StatusResult{"escape '\\U00110000' is no character", 1, 5, "write the character itself"});
}

TEST_CASE("an escape that gives a bidi override is refused") {
    CHECK(refusal_of("a: \"b\\u202e\"\n") ==
          StatusResult{"escape '\\u202e' gives character U+202E, which is not allowed", 1, 6,
                       "delete it"});
}

TEST_CASE("an escape that gives a control character is refused") {
    CHECK(refusal_of("a: \"b\\e[1m\"\n") ==
          StatusResult{"escape '\\e' gives character U+001B, which is not allowed", 1, 6,
                       "delete it"});
}

TEST_CASE("an empty line before a closing quote is refused") {
    CHECK(refusal_of("a: \"x\n\n  \"\n") ==
          StatusResult{"empty line before the closing quote", 3, 3,
                       "write line breaks as '\\n' in double quotes"});
}

TEST_CASE("brackets nested too deep is refused") {
    CHECK(refusal_of("a: " + std::string(40, '[') + std::string(40, ']') + "\n") ==
          StatusResult{"nested deeper than 32 levels", 1, 35, "plan files need fewer than ten"});
}

TEST_CASE("blocks nested too deep is refused") {
    CHECK(refusal_of(nested_blocks(34)) ==
          StatusResult{"nested deeper than 32 levels", 33, 33, "plan files need fewer than ten"});
}

TEST_CASE("invalid UTF-8 is refused") {
    CHECK(refusal_of("a: 1\nb: x\xC3y\n") ==
          StatusResult{"invalid UTF-8", 2, 5, "save the file in UTF-8"});
}

TEST_CASE("a file that is too large is refused") {
    CHECK(refusal_of("a: " + std::string(max_bytes, 'x')) ==
          StatusResult{"the file is too large", 1, 1,
                       "plan files have at most 1 MiB (1048576 bytes)"});
}

TEST_CASE("a file as large as files may be is read") {
    CHECK(document("a: " + std::string(max_bytes - 4, 'x') + "\n").root().find("a").text().size() ==
          max_bytes - 4);
}

TEST_CASE("all that is wrong is told, in the order of the file") {
    const auto read =
        Document::read("plan.yaml", "a: &x 1\nb: 1\nc: [1\nd:\n  e: !t 2\n  f: 'x' y\nb: 2\n");
    REQUIRE_FALSE(read);
    const std::string again = "the first one is in line 2; keep one of them";
    CHECK(told(read.error()) ==
          std::vector<StatusResult>{
              {"anchor '&x'", 1, 4,
               "write the value out again: plan files have no anchors or aliases"},
              {"'[' is never closed", 3, 4, "close it with ']', and indent what is in it"},
              {"tag '!t'", 5, 6,
               "delete it: plan files have no tags; a text that starts with '!' takes quotes"},
              {"unexpected 'y' after the value", 6, 10,
               "write a quote within single quotes twice: ''"},
              {"key 'b' is here twice", 7, 1, again}});
}

TEST_CASE("each of several conflicts is told once") {
    const std::string conflict = "<<<<<<< a\nx: 1\n||||||| b\n=======\nx: 2\n>>>>>>> c\n";
    const auto read = Document::read("plan.yaml", conflict + conflict);
    REQUIRE_FALSE(read);
    CHECK(read.error().size() == 2);
}

TEST_CASE("no more is told than people read") {
    std::string text;
    for (int i = 0; i < 1000; ++i) {
        text += "no colon\n";
    }
    const auto read = Document::read("plan.yaml", text);
    REQUIRE_FALSE(read);
    CHECK(read.error().size() == 20);
}

TEST_CASE("a refusal names the file and shows the line") {
    const auto read = Document::read("plans/dana/plan.yaml", "a: 1\ngoals: *x\n");
    REQUIRE_FALSE(read);
    CHECK(render(read.error().front(), Color::no, 100) ==
          "plans/dana/plan.yaml:2:8: error: alias '*x' [syntax]\n"
          "    2 | goals: *x\n"
          "      |        ^~\n"
          "hint: write the value out again: plan files have no anchors or aliases\n");
}
