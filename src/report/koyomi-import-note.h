#pragma once

#include "koyomi-language.h"

G_BEGIN_DECLS

typedef enum
{
  KOYOMI_IMPORT_DOUBT,   /* taken over in the way that the note says: to be looked at */
  KOYOMI_IMPORT_ERROR,   /* the row cannot be taken over */
} KoyomiImportSeverity;

/* What can be doubtful or wrong in a file. */
typedef enum
{
  /* in a table of functions */
  KOYOMI_NOTE_GROUP_DIFFERS,
  KOYOMI_NOTE_GROUP_MISSING,
  KOYOMI_NOTE_GROUP_UNSURE,
  KOYOMI_NOTE_GROUP_NONE,
  KOYOMI_NOTE_GROUP_KEPT,
  KOYOMI_NOTE_FUNCTION_TWICE,
  KOYOMI_NOTE_FUNCTION_UNKNOWN,
  KOYOMI_NOTE_FUNCTION_BLANK,
  KOYOMI_NOTE_TASKS_DISPLACED,
  KOYOMI_NOTE_ITEM_WITH_BLANKS,
  KOYOMI_NOTE_CELL_MERGED,
  KOYOMI_NOTE_MONTH_SHIFTED,
  KOYOMI_NOTE_MONTH_ADJUSTED,
  KOYOMI_NOTE_MARK_UNCLEAR,
  KOYOMI_NOTE_MONTHS_EMPTY,
  KOYOMI_NOTE_RULE_KEPT,
  KOYOMI_NOTE_RUN_KEPT,
  KOYOMI_NOTE_TEAM_NEW,
  /* in a table of runs */
  KOYOMI_NOTE_NOT_READ,
  KOYOMI_NOTE_RUN_THERE,
  KOYOMI_NOTE_HEADING_UNKNOWN,
  KOYOMI_NOTE_KEY_ROUNDED,
  KOYOMI_NOTE_KEY_UNKNOWN,
  KOYOMI_NOTE_KEY_TWICE,
  KOYOMI_NOTE_DAY_IMPOSSIBLE,
  KOYOMI_NOTE_DAY_MISSING,
  KOYOMI_NOTE_DAYS_REVERSED,
  KOYOMI_NOTE_STATUS_UNKNOWN,
  KOYOMI_NOTE_STATUS_DAY_MISSING,
  KOYOMI_NOTE_STATUS_DAY_UNFIT,
  KOYOMI_NOTE_PROGRESS_RANGE,
  KOYOMI_NOTE_PROGRESS_UNFIT,
  KOYOMI_NOTE_REASON_MISSING,
  KOYOMI_NOTE_KIND_UNKNOWN,
  KOYOMI_NOTE_TITLE_MISSING,
  KOYOMI_NOTE_FUNCTION_NOT_FOUND,
  KOYOMI_NOTE_FUNCTION_AMBIGUOUS,
  /* in a matrix, or in a table of its assignments */
  KOYOMI_NOTE_CATALOGUE_UNKNOWN,
  KOYOMI_NOTE_FUNCTION_MISSING,
  KOYOMI_NOTE_ROW_TWICE,
  KOYOMI_NOTE_TEAM_UNKNOWN,
  KOYOMI_NOTE_TEAM_TWICE,
  KOYOMI_NOTE_LETTERS_UNKNOWN,
  KOYOMI_NOTE_PERSON_UNKNOWN,
  KOYOMI_NOTE_PERSON_OF_OTHER_TEAM,
  KOYOMI_NOTE_DEPUTY_SAME,
  KOYOMI_NOTE_ASSIGNMENT_UNKNOWN,
  KOYOMI_NOTE_ASSIGNMENT_TWICE,
  KOYOMI_NOTE_ASSIGNMENT_AMBIGUOUS,
  KOYOMI_N_NOTES
} KoyomiNoteId;

/* @column: counted from 0; -1 when the note is about the row */
typedef struct
{
  KoyomiNoteId  id;
  guint         row;
  int           column;
  char         *subject;                        /* what the cell says, or what it is about; "" for none */
  char         *detail[KOYOMI_N_LANGUAGES];     /* "" for none */
} KoyomiImportNote;

KoyomiImportNote     *koyomi_import_note_new          (KoyomiNoteId            id,
                                                       guint                   row,
                                                       int                     column,
                                                       const char             *subject,
                                                       const char             *detail_ja,
                                                       const char             *detail_en) G_GNUC_WARN_UNUSED_RESULT;
void                  koyomi_import_note_free         (KoyomiImportNote       *self);

const char           *koyomi_import_note_get_nick     (const KoyomiImportNote *self);
KoyomiImportSeverity  koyomi_import_note_get_severity (const KoyomiImportNote *self);
char                 *koyomi_import_note_describe     (const KoyomiImportNote *self,
                                                       KoyomiLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
char                 *koyomi_import_note_advise       (const KoyomiImportNote *self,
                                                       KoyomiLanguage          language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
