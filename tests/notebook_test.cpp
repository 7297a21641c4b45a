// Notebooks as programs: what of a notebook is Python, and where its lines are for who reads it.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "analyzer/source/notebook.h"

namespace tfscope {
namespace {

/// A notebook of code cells, each given as the JSON of its source.
std::string NotebookOf(const std::vector<std::string>& sources) {
  std::string cells;
  for (const std::string& source : sources) {
    cells += (cells.empty() ? "" : ", ") + ("{\"cell_type\": \"code\", \"source\": " + source + "}");
  }
  return "{\"cells\": [" + cells + "], \"nbformat\": 4}";
}

std::string TextOf(const std::string& bytes) {
  const auto notebook = ReadNotebook(bytes);
  return notebook ? notebook->text : "error: " + notebook.error();
}

SourceFile FileOf(const std::string& bytes) {
  SourceManager sources;
  const std::vector<FileId> files = sources.AddDocument("model.ipynb", bytes);
  return files.empty() ? SourceFile() : sources.file(files.front());
}

TEST(Notebook, SourcesAreTextsOrListsOfLines) {
  EXPECT_EQ(TextOf(NotebookOf({R"("a = 1\nb = 2")", R"(["c = 3\n", "d = 4"])"})), "a = 1\nb = 2\nc = 3\nd = 4\n");
}

TEST(Notebook, EmptyCellsHaveNoLines) {
  const auto notebook = ReadNotebook(NotebookOf({R"("")", "[]", R"("a = 1\n")", R"("\n\n")"}));
  ASSERT_TRUE(notebook);
  EXPECT_EQ(notebook->text, "a = 1\n\n\n");
  EXPECT_EQ(notebook->cells, (std::vector<uint32_t>{3, 4, 4}));
}

TEST(Notebook, CellsOfTextCountButSayNothing) {
  const auto notebook =
      ReadNotebook(R"({"cells": [{"cell_type": "markdown", "source": "# x"}, {"cell_type": "raw", "source": "y"},
                                                   {"cell_type": "code", "source": "z"}]})");
  ASSERT_TRUE(notebook);
  EXPECT_EQ(notebook->text, "z\n");
  EXPECT_EQ(notebook->cells, std::vector<uint32_t>{3});
}

TEST(Notebook, FormatThreeKeepsCellsInWorksheets) {
  const std::string bytes = R"({"nbformat": 3, "worksheets": [
      {"cells": [{"cell_type": "heading", "level": 1, "source": "x"}, {"cell_type": "code", "language": "python", "input": ["a = 1\n", "b"]}]},
      7,
      {"cells": [{"cell_type": "code", "input": "c", "outputs": []}]}]})";
  const auto notebook = ReadNotebook(bytes);
  ASSERT_TRUE(notebook);
  EXPECT_EQ(notebook->text, "a = 1\nb\nc\n");
  EXPECT_EQ(notebook->cells, (std::vector<uint32_t>{2, 2, 3}));
}

TEST(Notebook, OddValuesAreSkipped) {
  EXPECT_EQ(TextOf(R"({"cells": [null, 3, [], "x", {}, {"cell_type": 5}, {"cell_type": "code"},
                                 {"cell_type": "code", "source": {"a": 1}}, {"cell_type": "code", "source": [1, "x = 2", null]}]})"),
            "x = 2\n");
  EXPECT_EQ(TextOf(R"({"cells": [], "metadata": 4})"), "");
  EXPECT_EQ(TextOf(R"({"cells": {}})"), "error: the notebook has no list of cells");
  EXPECT_EQ(TextOf("[]"), "error: the notebook has no list of cells");
  EXPECT_EQ(TextOf(""), "error: the notebook is not valid JSON");
  EXPECT_EQ(TextOf("{\"cells\": ["), "error: the notebook is not valid JSON");
  EXPECT_EQ(TextOf("{\"cells\": []} x"), "error: the notebook is not valid JSON");
}

TEST(Notebook, ByteOrderMarkAndInvalidBytes) {
  EXPECT_EQ(TextOf("\xEF\xBB\xBF" + NotebookOf({R"("a")"})), "a\n");
  EXPECT_EQ(TextOf(NotebookOf({"\"a = '\xFF'\""})), "error: the notebook is not valid JSON");
  EXPECT_EQ(TextOf(NotebookOf({R"("s = '\u00e9'")"})), "s = 'é'\n");
}

TEST(Notebook, DeepNestingIsNoTrouble) {
  const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
  EXPECT_EQ(TextOf("{\"cells\": " + deep + "}"), "");
}

TEST(Notebook, OtherLanguagesHaveNoProgram) {
  const std::string cells = R"("cells": [{"cell_type": "code", "source": "x <- 1"}])";
  EXPECT_EQ(TextOf("{" + cells + R"(, "metadata": {"language_info": {"name": "R"}}})"), "");
  EXPECT_EQ(TextOf("{" + cells + R"(, "metadata": {"kernelspec": {"language": "julia"}}})"), "");
  EXPECT_EQ(TextOf("{" + cells + R"(, "metadata": {"kernelspec": {"language": "python"}}})"), "x <- 1\n");
  EXPECT_EQ(TextOf("{" + cells + R"(, "metadata": {"language_info": {"name": "ipython3"}}})"), "x <- 1\n");
}

TEST(Notebook, MagicsKeepTheirLine) {
  EXPECT_EQ(TextOf(NotebookOf({R"("%matplotlib inline\na = 1\n!ls\n?help\na.b?")"})), "\na = 1\n\n\n\n");
  EXPECT_EQ(TextOf(NotebookOf({R"("if a:\n    !ls \\\n      -l\n    b = 1")"})), "if a:\n    pass\n\n    b = 1\n");
  EXPECT_EQ(TextOf(NotebookOf({R"("files = !ls\nhere = %pwd")"})), "files = input()\nhere = input()\n");
}

TEST(Notebook, WhatOnlyLooksLikeAMagicStays) {
  EXPECT_EQ(
      TextOf(NotebookOf({R"("a = (b\n     % c)\nd = '''\n%x\n!y?\n'''\ne = f \\\n  % g\nh = '%s' % i\nj != k")"})),
      "a = (b\n     % c)\nd = '''\n%x\n!y?\n'''\ne = f \\\n  % g\nh = '%s' % i\nj != k\n");
}

TEST(Notebook, AQuestionInACommentIsNoRequestForHelp) {
  EXPECT_EQ(TextOf(NotebookOf({R"("return a  # why??\nb??")"})), "return a  # why??\n\n");
}

TEST(Notebook, IndentationOfTheFirstLineIsTakenFromAll) {
  EXPECT_EQ(TextOf(NotebookOf({R"("\n  a = 1\n  if a:\n    b = 2\nc = 3")"})), "\na = 1\nif a:\n  b = 2\nc = 3\n");
}

TEST(Notebook, CellMagics) {
  EXPECT_EQ(TextOf(NotebookOf({R"("%%bash\nls 'x\n")", R"("%%time\na = 1")", R"("%%writefile x.py\nb = 2")"})),
            "\n\n\na = 1\n\n\n");
}

TEST(Notebook, AnOpenBracketDoesNotReachTheNextCell) {
  EXPECT_EQ(TextOf(NotebookOf({R"("a = (")", R"("%cd b")"})), "a = (\n\n");
}

TEST(Notebook, PlacesCountInTheirCell) {
  const SourceFile file = FileOf(NotebookOf({R"("a\nb")", R"("c\nd\ne")"}));
  EXPECT_EQ(LineText(PlaceInCell(file, 2)), "cell 1:2");
  EXPECT_EQ(LineText(PlaceInCell(file, 3)), "cell 2:1");
  EXPECT_EQ(LineText(PlaceInCell(file, 5)), "cell 2:3");
  EXPECT_EQ(LineText(PlaceInCell(file, 6)), "cell 2:4");
  EXPECT_EQ(LineText(PlaceInCell(SourceFile(), 6)), "6");
}

TEST(Notebook, ACellThatRunsAgain) {
  const SourceFile file = FileOf(NotebookOf({R"("a\nb")", R"("c\nd")", R"("e")"}));
  const auto rerun = RerunOfCell(file, 2);
  ASSERT_TRUE(rerun);
  EXPECT_EQ(rerun->program.text, "a\nb\nc\nd\n\nc\nd\n");
  EXPECT_EQ(rerun->program.text.substr(rerun->copy), "c\nd\n");
  EXPECT_EQ(file.text.substr(rerun->original, 4), "c\nd\n");
  EXPECT_EQ(LineText(PlaceInCell(rerun->program, 4)), "cell 2:2");
  EXPECT_EQ(LineText(PlaceInCell(rerun->program, 7)), "cell 2:2");
  EXPECT_FALSE(RerunOfCell(file, 4));
  EXPECT_FALSE(RerunOfCell(file, 0));
  EXPECT_FALSE(RerunOfCell(SourceFile(), 1));
  EXPECT_FALSE(RerunOfCell(FileOf(NotebookOf({R"("from __future__ import division\nx = 1")"})), 1));
}

}  // namespace
}  // namespace tfscope
