// The programs that `entries` of the configuration names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/cli/discovery.h"
#include "analyzer/cli/driver.h"

namespace tfscope {

/// The words of a line, as a shell would split it: at blanks, with quotes and backslashes.
std::vector<std::string> SplitWords(std::string_view line);

/// The programs that the settings of `inputs` name, each once, without those that are themselves among the roots. Those
/// that cannot be read are complained about, and make the driver fail.
std::vector<Root> LoadEntries(const std::vector<Input>& inputs, const std::vector<Root>& roots, Driver& driver);

/// Whether a finding has to do with one of the files: it is there, it was called from there, or it names a place there.
bool Concerns(const Finding& finding, const std::set<FileId>& files, const CallStacks& stacks);

}  // namespace tfscope
