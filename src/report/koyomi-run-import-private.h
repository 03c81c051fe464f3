#pragma once

#include "koyomi-import-private.h"
#include "koyomi-run-table.h"

G_BEGIN_DECLS

/* Before a key in a text table. */
#define KOYOMI_RUN_KEY_PREFIX "R"

/* A row of a table of runs: a cell a column, an empty one where the row has none, NULL where the table lacks the column. */
typedef struct
{
  guint                  row;
  const KoyomiSheetCell *cells[KOYOMI_N_RUN_COLUMNS];
} KoyomiRunLine;

gboolean  _koyomi_run_line_has       (const KoyomiRunLine    *self,
                                      KoyomiRunColumn         column);
gboolean  _koyomi_run_line_says      (const KoyomiRunLine    *self,
                                      KoyomiRunColumn         column,
                                      const char             *text);
char     *_koyomi_run_line_dup_text  (const KoyomiRunLine    *self,
                                      KoyomiRunColumn         column) G_GNUC_WARN_UNUSED_RESULT;
gboolean  _koyomi_run_line_read_day  (const KoyomiRunLine    *self,
                                      KoyomiRunColumn         column,
                                      guint32                *day);
int       _koyomi_run_line_find_word (const KoyomiRunLine    *self,
                                      KoyomiRunColumn         column,
                                      int                     field);
gboolean  _koyomi_run_line_change    (const KoyomiRunLine    *self,
                                      KoyomiImport           *import,
                                      KoyomiRecord           *run,
                                      const char             *activity_title);
void      _koyomi_run_line_note      (const KoyomiRunLine    *self,
                                      KoyomiImport           *import,
                                      KoyomiNoteId            id,
                                      KoyomiRunColumn         column,
                                      const char             *subject,
                                      const char             *detail_ja,
                                      const char             *detail_en);
void      _koyomi_run_line_note_words (const KoyomiRunLine   *self,
                                       KoyomiImport           *import,
                                       KoyomiNoteId            id,
                                       KoyomiRunColumn         column,
                                       int                     field);

G_END_DECLS
