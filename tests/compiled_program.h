// Programs compiled for tests of the compiler.
#pragma once

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "analyzer/evaluator/compiler/compiler.h"
#include "analyzer/evaluator/compiler/verify.h"
#include "analyzer/evaluator/object.h"
#include "analyzer/source/source_manager.h"
#include "analyzer/syntax/parser.h"

namespace tfscope {

/// A program and the code of its module body.
class CompiledProgram {
 public:
  explicit CompiledProgram(std::string_view text)
      : file_(sources_.Add("test.py", text)),
        tree_(Parser().Parse(sources_.file(file_), interner_)),
        store_(interner_),
        module_(store_.CompileModule(tree_)) {}

  const SyntaxTree& tree() const { return tree_; }
  CodeStore& store() { return store_; }
  Code* module() { return module_; }

  /// All code, outer before inner, compiled.
  std::vector<Code*> All() {
    std::vector<Code*> all = {module_};
    for (size_t i = 0; i < all.size(); ++i) {
      store_.EnsureCompiled(all[i]);
      for (Value constant : all[i]->constants) {
        if (auto* inner = As<CodeObject>(constant)) all.push_back(inner->code);
      }
    }
    return all;
  }

  /// The code of this qualified name, compiled; null if there is none.
  Code* Find(std::string_view qualified_name) {
    for (Code* code : All()) {
      if (code->qualified_name->text == qualified_name) return code;
    }
    return nullptr;
  }

  /// What VerifyCode says of all code; empty if it is right.
  std::string Verify() {
    std::string errors;
    for (Code* code : All()) {
      if (auto verified = VerifyCode(*code); !verified) errors += verified.error() + "\n";
    }
    return errors;
  }

  /// The instructions of one code as in DumpCode, without line numbers and without what stands before them.
  std::string Listing(std::string_view qualified_name = "<module>") {
    std::string dump = DumpCode(store_, module_, sources_);
    std::string result = "\n";
    bool inside = false;
    for (size_t begin = 0; begin < dump.size();) {
      size_t end = dump.find('\n', begin);
      std::string_view line = std::string_view(dump).substr(begin, end - begin);
      begin = end + 1;
      if (line.starts_with("code ")) inside = line.starts_with(fmt::format("code {} ", qualified_name));
      if (!inside) continue;
      if (line.starts_with("  exceptions")) result += fmt::format("{}\n", line.substr(2));
      if (line.size() < 13 || line[4] < '0' || line[4] > '9') continue;
      result += fmt::format("{} {}\n", line.substr(line.find_first_not_of(' '), 5 - line.find_first_not_of(' ')),
                            line.substr(13));
    }
    return result;
  }

 private:
  SourceManager sources_;
  Interner interner_;
  FileId file_;
  SyntaxTree tree_;
  CodeStore store_;
  Code* module_;
};

/// The instructions of one code of a program.
inline std::string Listing(std::string_view text, std::string_view qualified_name = "<module>") {
  return CompiledProgram(text).Listing(qualified_name);
}

}  // namespace tfscope
