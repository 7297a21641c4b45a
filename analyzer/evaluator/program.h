// What all roots of one run share: sources, parsed files, their code, and where imports are looked up.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzer/evaluator/compiler/compiler.h"
#include "analyzer/evaluator/path_exploration.h"
#include "analyzer/events/call_stack.h"
#include "analyzer/source/source_manager.h"
#include "analyzer/support/interner.h"
#include "analyzer/syntax/parser.h"

namespace tfscope {

struct EmbeddedModel;

/// Where an import was found.
struct ModuleLocation {
  FileId file = kNoFile;  ///< kNoFile for a namespace package
  bool is_package = false;
  bool is_library = false;
};

class Program {
 public:
  explicit Program(SourceManager& sources);

  SourceManager& sources() { return sources_; }
  const Interner& interner() const { return interner_; }
  CodeStore& codes() { return codes_; }
  CallStacks& stacks() { return stacks_; }
  ImportDivisions& import_divisions() { return import_divisions_; }

  /// The parsed tree and the module code of a file, made at the first request. With `python2`, what parses as both
  /// versions is Python 2.
  const SyntaxTree& Tree(FileId file, bool python2 = false);
  Code* ModuleCode(FileId file, bool python2 = false);

  /// The file that runs, and the folders in which its imports are looked up, in order; called before a root of it runs.
  void SetSearchPath(FileId main, std::vector<std::filesystem::path> folders) {
    if (folders == search_path_ && main == main_) return;
    main_ = main;
    search_path_ = std::move(folders);
    modules_.clear();  // the same name may be another file now
  }
  const std::vector<std::filesystem::path>& search_path() const { return search_path_; }

  /// Folders whose library models come before the embedded ones of the same path.
  void SetLibraryFolders(std::vector<std::filesystem::path> folders) { library_folders_ = std::move(folders); }

  /// `name=value` for flags that the programs define.
  void SetFlags(std::vector<std::string> flags) { flags_ = std::move(flags); }
  const std::vector<std::string>& flags() const { return flags_; }
  /// A program has defined a flag that `SetFlags` gave a value.
  void NoteFlagTaken(std::string_view name) { flags_taken_.emplace(name); }
  bool IsFlagTaken(const std::string& name) const { return flags_taken_.contains(name); }

  /// The file of a dotted module: the user's first, then the embedded library models; nothing if there is none. The
  /// running file itself comes after others of its name: what imports its own name means another module.
  std::optional<ModuleLocation> FindModule(std::string_view dotted_name) {
    return FindModule(dotted_name, search_path_);
  }
  /// The same, in other folders than the search path.
  std::optional<ModuleLocation> FindModule(std::string_view dotted_name,
                                           const std::vector<std::filesystem::path>& folders);

  /// A library model by its path: from the user's library folders, else embedded.
  std::optional<FileId> LibraryFile(std::string_view path);

  /// The code of an expression given as text, for `eval`, and of statements, for `exec`; null if the text does not
  /// parse as such.
  Code* ExpressionCode(std::string_view text, bool python2);
  Code* StatementsCode(std::string_view text, bool python2);

 private:
  std::optional<ModuleLocation> Search(std::string_view dotted_name, const std::vector<std::filesystem::path>& folders);

  SourceManager& sources_;
  Interner interner_;
  Parser parser_;
  CodeStore codes_;
  CallStacks stacks_;
  ImportDivisions import_divisions_;
  FileId main_ = kNoFile;
  std::vector<std::string> flags_;
  std::set<std::string> flags_taken_;
  std::vector<std::filesystem::path> search_path_;
  std::unordered_map<FileId, std::unique_ptr<SyntaxTree>> trees_[2];  // by whether Python 2 was asked for
  std::unordered_map<FileId, Code*> module_codes_[2];
  std::map<std::vector<std::filesystem::path>, std::unordered_map<std::string, std::optional<ModuleLocation>>> modules_;
  std::vector<std::filesystem::path> library_folders_;
  std::unordered_map<std::string, FileId> library_files_;
  std::unordered_map<FileId, const EmbeddedModel*> embedded_models_;
  std::unordered_map<std::string, Code*> expressions_[2];
  std::unordered_map<std::string, Code*> statements_[2];
};

}  // namespace tfscope
