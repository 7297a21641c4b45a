// Markdown pages whose Python blocks are tests. The format: docs/adding-a-rule.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tfscope::pages {

enum class AssertionKind : uint8_t { kError, kCreates, kReuses, kRaises, kRevealed };

/// One comment that says what happens on a line of code.
struct Assertion {
  AssertionKind kind = AssertionKind::kError;
  uint32_t line = 0;                   ///< of the code it is about, from 1 within the block
  std::optional<uint32_t> column;      ///< of an error
  std::string subject;                 ///< rule of an error, type of an exception, text that is revealed
  std::string part;                    ///< what the message contains
  std::vector<std::string> variables;  ///< of `creates` and `reuses`, in order
};

struct PageFile {
  std::string name;
  std::string text;
};

/// One block: a program with what is asserted about it.
struct Block {
  std::string title;  ///< the headings it stands under, then its number among the blocks there
  uint32_t line = 0;  ///< of its first line of code in the page, from 1
  std::string text;
  std::string known_bug;        ///< why it fails; empty: it passes
  std::vector<PageFile> files;  ///< others of its section, for imports
  std::vector<Assertion> assertions;
};

struct Page {
  std::vector<std::string> headings;
  std::vector<Block> blocks;
  std::vector<std::string> mistakes;  ///< assertions that cannot be read, files without a section, ...
};

Page ParsePage(std::string_view text);

/// The assertions in the comments of one program; what cannot be read goes to `mistakes`.
std::vector<Assertion> ParseAssertions(std::string_view code, std::vector<std::string>& mistakes);

}  // namespace tfscope::pages
