// Results of earlier runs of `check`, so that what is unchanged is not evaluated again.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/cli/checked.h"
#include "analyzer/cli/discovery.h"
#include "analyzer/cli/driver.h"
#include "analyzer/cli/options.h"

namespace tfscope {

/// One run: what is asked, and of which programs. A result is one file, named after the digest of the question: this
/// program, the options that reach evaluation, the programs, and where they look for imports. It holds for as long as
/// the disk answers all questions as it did then: which files there are, and what those that were read contain.
class ResultCache {
 public:
  /// To be made when all inputs are loaded and nothing is evaluated. Finds and keeps nothing where `options` forbid
  /// it, a program comes from standard input, or no folder is known.
  ResultCache(const CheckOptions& options, const Discovery& discovery, const std::vector<Root>& roots,
              const std::vector<Root>& entries, Driver& driver);

  /// The findings and the coverage of the same run, if nothing that it read has changed.
  std::optional<Checked> Find() const;

  /// Keeps the result of this run, and drops the oldest where there are too many. What cannot be written is not kept.
  void Keep(const Checked& checked) const;

 private:
  Driver& driver_;
  size_t known_files_;          ///< those with the same ids in every such run
  std::filesystem::path file_;  ///< empty: no cache
};

/// The folder of results: as the options say, else TFSCOPE_CACHE_DIR, else one of the user's folder for caches; empty
/// if there is none.
std::filesystem::path CacheFolder(const CommonOptions& options);

}  // namespace tfscope
