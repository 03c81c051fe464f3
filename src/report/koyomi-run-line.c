#include "koyomi-run-import-private.h"

#include "koyomi-csv.h"
#include "koyomi-day.h"
#include "koyomi-import-key-private.h"
#include "koyomi-occurrence.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What a row asks of its run. */
typedef struct
{
  guint32       first_day;
  guint32       last_day;
  guint32       actual_first;
  guint32       actual_last;
  KoyomiStatus  status;
  int           progress;
  char         *reason;
} Wish;

/* Whether the cell is there and holds something. */
gboolean
_koyomi_run_line_has (const KoyomiRunLine *self,
                      KoyomiRunColumn      column)
{
  return self->cells[column] != NULL && *self->cells[column]->text != '\0';
}

/* Returns: what the cell says, without the apostrophe that a text table and then a spreadsheet may have put before it */
char *
_koyomi_run_line_dup_text (const KoyomiRunLine *self,
                           KoyomiRunColumn      column)
{
  return g_strdup (self->cells[column] != NULL ? koyomi_csv_unescape (self->cells[column]->text) : "");
}

static guint32
parse_day (const char *text)
{
  int numbers[3];
  const char *p = text;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      char *end;

      if (!g_ascii_isdigit (*p))
        return KOYOMI_DAY_NONE;

      numbers[i] = (int) MIN (strtol (p, &end, 10), 10000);
      p = end;
      if (i < 2)
        {
          static const char * const gaps[][4] = { { "-", "/", ".", "年" }, { "-", "/", ".", "月" } };
          gboolean found = FALSE;

          for (guint j = 0; !found && j < G_N_ELEMENTS (gaps[i]); j++)
            if ((found = g_str_has_prefix (p, gaps[i][j])))
              p += strlen (gaps[i][j]);
          if (!found)
            return KOYOMI_DAY_NONE;
        }
    }

  if (*p != '\0' && strcmp (p, "日") != 0)
    return KOYOMI_DAY_NONE;

  return numbers[0] >= 1 && numbers[0] <= 9999 && g_date_valid_dmy (numbers[2], numbers[1], numbers[0])
           ? koyomi_day_new (numbers[0], numbers[1], numbers[2]) : KOYOMI_DAY_NONE;
}

/* Returns: FALSE when the cell holds something that is not a day; @day is %KOYOMI_DAY_NONE when it is empty */
gboolean
_koyomi_run_line_read_day (const KoyomiRunLine *self,
                           KoyomiRunColumn      column,
                           guint32             *day)
{
  const KoyomiSheetCell *cell = self->cells[column];
  g_autofree char *normal = NULL;

  *day = KOYOMI_DAY_NONE;
  if (!_koyomi_run_line_has (self, column))
    return TRUE;

  if (cell->kind == KOYOMI_SHEET_CELL_DAY)
    {
      *day = cell->day;
      return TRUE;
    }

  if (cell->kind != KOYOMI_SHEET_CELL_TEXT || (normal = g_utf8_normalize (cell->text, -1, G_NORMALIZE_ALL_COMPOSE)) == NULL)
    return FALSE;

  *day = parse_day (normal);

  return *day != KOYOMI_DAY_NONE;
}

/* 1,200 and ¥1200 are 1200 to a spreadsheet, (7) is -7, 50% is 0.5. */
static gboolean
read_number (const char *text,
             double     *number)
{
  g_autoptr(GString) digits = g_string_new (NULL);
  gboolean is_negative = *text == '(' && g_str_has_suffix (text, ")");
  char *end;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (strchr (",$()", *p) == NULL && g_utf8_get_char (p) != 0xa5)
      g_string_append_len (digits, p, g_utf8_next_char (p) - p);

  *number = g_ascii_strtod (digits->str, &end) * (is_negative ? -1.0 : 1.0);
  if (strcmp (end, "%") == 0)
    *number /= 100.0;

  return end != digits->str && (*end == '\0' || strcmp (end, "%") == 0);
}

/* 4/1 is a day of some year. */
static gboolean
is_day_of (const char *text,
           guint32     day)
{
  int month, day_of_month;
  g_autofree char *short_text = NULL;
  g_autofree char *dashed_text = NULL;

  if (parse_day (text) == day)
    return TRUE;

  koyomi_day_get (day, NULL, &month, &day_of_month);
  short_text = g_strdup_printf ("%d/%d", month, day_of_month);
  dashed_text = g_strdup_printf ("%d-%d", month, day_of_month);

  return strcmp (text, short_text) == 0 || strcmp (text, dashed_text) == 0;
}

/* A spreadsheet makes a number of "007" and a day of "2026/11/22": what it makes of the text is the text. */
static gboolean
is_made_of (const KoyomiSheetCell *cell,
            const char            *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  double number;

  if (normal == NULL)
    return FALSE;

  switch (cell->kind)
    {
    case KOYOMI_SHEET_CELL_DAY:
      return is_day_of (normal, cell->day);
    case KOYOMI_SHEET_CELL_NUMBER:
      return read_number (normal, &number) && fabs (number - cell->number) <= fabs (number) * 1e-12;
    case KOYOMI_SHEET_CELL_BOOL:
      return g_ascii_strcasecmp (normal, cell->number != 0.0 ? "true" : "false") == 0;
    case KOYOMI_SHEET_CELL_EMPTY:
    case KOYOMI_SHEET_CELL_TEXT:
    case KOYOMI_SHEET_CELL_TIME:
    case KOYOMI_SHEET_CELL_ERROR:
    default:
      return FALSE;
    }
}

/* Whether the cell says @text, as a text table or a spreadsheet writes it; so does a column that is not there. */
gboolean
_koyomi_run_line_says (const KoyomiRunLine *self,
                       KoyomiRunColumn      column,
                       const char          *text)
{
  const KoyomiSheetCell *cell = self->cells[column];

  return cell == NULL || strcmp (cell->text, text) == 0 || strcmp (koyomi_csv_unescape (cell->text), text) == 0 ||
         is_made_of (cell, text);
}

/* Returns: the index of the word of @field that the cell says in either language or as it is stored, or -1 */
int
_koyomi_run_line_find_word (const KoyomiRunLine *self,
                            KoyomiRunColumn      column,
                            int                  field)
{
  const KoyomiField *description =
    &koyomi_dictionary_get_table (KOYOMI_FIELD_TABLE (field))->fields[KOYOMI_FIELD_INDEX (field)];
  g_autofree char *key = _koyomi_import_make_key (self->cells[column]->text);

  for (guint i = 0; description->words[i].nick != NULL; i++)
    {
      if (strcmp (description->words[i].nick, key) == 0)
        return i;

      for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
        {
          g_autofree char *label = _koyomi_import_make_key (koyomi_field_get_word_label (description, i, language));

          if (strcmp (label, key) == 0)
            return i;
        }
    }

  return -1;
}

/* @column: whose cell it is about; about the whole row where the table lacks it */
void
_koyomi_run_line_note (const KoyomiRunLine *self,
                       KoyomiImport        *import,
                       KoyomiNoteId         id,
                       KoyomiRunColumn      column,
                       const char          *subject,
                       const char          *detail_ja,
                       const char          *detail_en)
{
  const KoyomiSheetCell *cell = self->cells[column];

  _koyomi_import_note (import, id, self->row, cell != NULL ? (int) cell->column : -1,
                       subject != NULL || cell == NULL ? subject : cell->text, detail_ja, detail_en);
}

static char *
list_words (int            field,
            KoyomiLanguage language)
{
  const KoyomiField *description =
    &koyomi_dictionary_get_table (KOYOMI_FIELD_TABLE (field))->fields[KOYOMI_FIELD_INDEX (field)];
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; description->words[i].nick != NULL; i++)
    g_ptr_array_add (labels, (gpointer) koyomi_field_get_word_label (description, i, language));
  g_ptr_array_add (labels, NULL);

  return g_strjoinv (language == KOYOMI_LANGUAGE_JA ? "、" : ", ", (char **) labels->pdata);
}

/* A note whose advice names the words of @field. */
void
_koyomi_run_line_note_words (const KoyomiRunLine *self,
                             KoyomiImport        *import,
                             KoyomiNoteId         id,
                             KoyomiRunColumn      column,
                             int                  field)
{
  g_autofree char *ja = list_words (field, KOYOMI_LANGUAGE_JA);
  g_autofree char *en = list_words (field, KOYOMI_LANGUAGE_EN);

  _koyomi_run_line_note (self, import, id, column, NULL, ja, en);
}

/* Reads a day into @wish when the cell holds one. Returns: FALSE with an error noted when it is none */
static gboolean
wish_day (const KoyomiRunLine *self,
          KoyomiImport        *import,
          KoyomiRunColumn      column,
          guint32             *wish)
{
  guint32 day;

  if (!_koyomi_run_line_read_day (self, column, &day))
    {
      _koyomi_run_line_note (self, import, KOYOMI_NOTE_DAY_IMPOSSIBLE, column, NULL, NULL, NULL);
      return FALSE;
    }

  if (day != KOYOMI_DAY_NONE)
    *wish = day;

  return TRUE;
}

static gboolean
wish_status (const KoyomiRunLine *self,
             KoyomiImport        *import,
             KoyomiStatus        *wish)
{
  int index;

  if (!_koyomi_run_line_has (self, KOYOMI_RUN_COLUMN_STATUS))
    return TRUE;

  if ((index = _koyomi_run_line_find_word (self, KOYOMI_RUN_COLUMN_STATUS, KOYOMI_OCCURRENCE_STATUS)) >= 0)
    {
      *wish = index;
      return TRUE;
    }

  _koyomi_run_line_note_words (self, import, KOYOMI_NOTE_STATUS_UNKNOWN, KOYOMI_RUN_COLUMN_STATUS, KOYOMI_OCCURRENCE_STATUS);

  return FALSE;
}

/* 40, 40 % and, from a cell that a spreadsheet holds as a percentage, 0.4; 1 is 100 % there unless it was 1 before */
static gboolean
wish_progress (const KoyomiRunLine *self,
               KoyomiImport        *import,
               int                 *wish)
{
  const KoyomiSheetCell *cell = self->cells[KOYOMI_RUN_COLUMN_PROGRESS];
  g_autofree char *key = NULL;
  char *end;
  double number;

  if (!_koyomi_run_line_has (self, KOYOMI_RUN_COLUMN_PROGRESS))
    return TRUE;

  key = _koyomi_import_make_key (cell->text);
  number = g_ascii_strtod (key, &end);
  if (cell->kind == KOYOMI_SHEET_CELL_NUMBER && ((number > 0.0 && number < 1.0) || (number == 1.0 && *wish != 1)))
    number = round (number * 1e6) / 1e4;

  if (end == key || (*end != '\0' && strcmp (end, "%") != 0) || !(number >= 0.0 && number <= 100.0) || number != floor (number))
    {
      _koyomi_run_line_note (self, import, KOYOMI_NOTE_PROGRESS_RANGE, KOYOMI_RUN_COLUMN_PROGRESS, NULL, NULL, NULL);
      return FALSE;
    }

  *wish = (int) number;

  return TRUE;
}

static gboolean
check_planned_days (const KoyomiRunLine *self,
                    KoyomiImport        *import,
                    Wish                *wish)
{
  static const KoyomiRunColumn columns[] = { KOYOMI_RUN_COLUMN_FIRST_DAY, KOYOMI_RUN_COLUMN_LAST_DAY };
  gboolean fine = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (self->cells[columns[i]] != NULL && !_koyomi_run_line_has (self, columns[i]))
      {
        _koyomi_run_line_note (self, import, KOYOMI_NOTE_DAY_MISSING, columns[i], NULL, NULL, NULL);
        fine = FALSE;
      }

  if (fine && wish->last_day < wish->first_day)
    {
      _koyomi_run_line_note (self, import, KOYOMI_NOTE_DAYS_REVERSED, KOYOMI_RUN_COLUMN_LAST_DAY, NULL, NULL, NULL);
      fine = FALSE;
    }

  return fine;
}

/* Every error of the row is told, not only the first. */
static gboolean
read_wish (const KoyomiRunLine *self,
           KoyomiImport        *import,
           Wish                *wish)
{
  gboolean fine = TRUE;

  fine &= wish_day (self, import, KOYOMI_RUN_COLUMN_FIRST_DAY, &wish->first_day);
  fine &= wish_day (self, import, KOYOMI_RUN_COLUMN_LAST_DAY, &wish->last_day);
  fine = fine && check_planned_days (self, import, wish);
  fine &= wish_day (self, import, KOYOMI_RUN_COLUMN_ACTUAL_FIRST, &wish->actual_first);
  fine &= wish_day (self, import, KOYOMI_RUN_COLUMN_ACTUAL_LAST, &wish->actual_last);
  fine &= wish_status (self, import, &wish->status);
  fine &= wish_progress (self, import, &wish->progress);

  return fine;
}

static gboolean
is_given_up (KoyomiStatus status)
{
  return status == KOYOMI_STATUS_SKIPPED || status == KOYOMI_STATUS_MISSED;
}

static gboolean
check_status (const KoyomiRunLine *self,
              KoyomiImport        *import,
              KoyomiRecord        *run,
              Wish                *wish)
{
  gboolean changes = (gint64) wish->status != koyomi_record_get_int (run, KOYOMI_OCCURRENCE_STATUS);
  const char *label = self->cells[KOYOMI_RUN_COLUMN_STATUS] != NULL ? self->cells[KOYOMI_RUN_COLUMN_STATUS]->text : "";

  /* What the plan has already is not asked for again. */
  changes = changes || wish->actual_first != koyomi_record_get_day (run, KOYOMI_OCCURRENCE_ACTUAL_FIRST) ||
            wish->actual_last != koyomi_record_get_day (run, KOYOMI_OCCURRENCE_ACTUAL_LAST) ||
            strcmp (wish->reason, koyomi_record_get_text (run, KOYOMI_OCCURRENCE_REASON)) != 0;
  if (!changes)
    return TRUE;

  if (is_given_up (wish->status) && *wish->reason == '\0')
    {
      _koyomi_run_line_note (self, import, KOYOMI_NOTE_REASON_MISSING, KOYOMI_RUN_COLUMN_REASON, label, NULL, NULL);
      return FALSE;
    }

  if (wish->status == KOYOMI_STATUS_DONE && wish->actual_last == KOYOMI_DAY_NONE)
    {
      _koyomi_run_line_note (self, import, KOYOMI_NOTE_STATUS_DAY_MISSING, KOYOMI_RUN_COLUMN_ACTUAL_LAST, label, NULL, NULL);
      return FALSE;
    }

  if (wish->status == KOYOMI_STATUS_DOING && wish->actual_first == KOYOMI_DAY_NONE)
    {
      _koyomi_run_line_note (self, import, KOYOMI_NOTE_STATUS_DAY_MISSING, KOYOMI_RUN_COLUMN_ACTUAL_FIRST, label, NULL, NULL);
      return FALSE;
    }

  if (wish->status == KOYOMI_STATUS_DONE && wish->actual_first > wish->actual_last)
    {
      _koyomi_run_line_note (self, import, KOYOMI_NOTE_DAYS_REVERSED, KOYOMI_RUN_COLUMN_ACTUAL_LAST, NULL, NULL, NULL);
      return FALSE;
    }

  return TRUE;
}

/* Actual days that the status does not have are told of and left out. */
static void
fit_actual_days (const KoyomiRunLine *self,
                 KoyomiImport        *import,
                 KoyomiRecord        *run,
                 Wish                *wish)
{
  guint32 first = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_ACTUAL_FIRST);
  guint32 last = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_ACTUAL_LAST);

  if (wish->actual_first != first && wish->status == KOYOMI_STATUS_PLANNED)
    {
      _koyomi_run_line_note (self, import, KOYOMI_NOTE_STATUS_DAY_UNFIT, KOYOMI_RUN_COLUMN_ACTUAL_FIRST, NULL, NULL, NULL);
      wish->actual_first = first;
    }

  if (wish->actual_last != last && wish->status != KOYOMI_STATUS_DONE)
    {
      _koyomi_run_line_note (self, import, KOYOMI_NOTE_STATUS_DAY_UNFIT, KOYOMI_RUN_COLUMN_ACTUAL_LAST, NULL, NULL, NULL);
      wish->actual_last = last;
    }
}

static gboolean
change_status (KoyomiRecord  *run,
               Wish          *wish,
               GError       **error)
{
  if (wish->status != KOYOMI_STATUS_PLANNED)
    koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ACTUAL_FIRST, wish->actual_first);

  if ((gint64) wish->status != koyomi_record_get_int (run, KOYOMI_OCCURRENCE_STATUS))
    return koyomi_occurrence_set_status (run, wish->status,
                                         wish->status == KOYOMI_STATUS_DONE ? wish->actual_last : wish->actual_first,
                                         wish->reason, error);

  if (wish->status == KOYOMI_STATUS_DONE)
    koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ACTUAL_LAST, wish->actual_last);
  koyomi_record_set_text (run, KOYOMI_OCCURRENCE_REASON, wish->reason);

  return TRUE;
}

/* @before: the progress as it was; a cell that still says it asks for nothing */
static void
change_progress (const KoyomiRunLine *self,
                 KoyomiImport        *import,
                 KoyomiRecord        *run,
                 Wish                *wish,
                 int                  before)
{
  gboolean fits = wish->status == KOYOMI_STATUS_DONE ? wish->progress == 100
                                                      : wish->status != KOYOMI_STATUS_PLANNED || wish->progress == 0;

  if (wish->progress == before)
    return;

  if (fits)
    koyomi_record_set_int (run, KOYOMI_OCCURRENCE_PROGRESS, wish->progress);
  else
    _koyomi_run_line_note (self, import, KOYOMI_NOTE_PROGRESS_UNFIT, KOYOMI_RUN_COLUMN_PROGRESS, NULL, NULL, NULL);
}

static void
change_texts (const KoyomiRunLine *self,
              KoyomiRecord        *run,
              const char          *activity_title)
{
  static const KoyomiRunColumn columns[] = { KOYOMI_RUN_COLUMN_OWNER, KOYOMI_RUN_COLUMN_RESULT, KOYOMI_RUN_COLUMN_NOTE };
  const char *title = koyomi_record_get_title (run);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      int field = koyomi_run_column_get_field (columns[i]);

      if (!_koyomi_run_line_says (self, columns[i], koyomi_record_get_text (run, field)))
        koyomi_record_take_text (run, field, _koyomi_run_line_dup_text (self, columns[i]));
    }

  /* A run without a title of its own is called like its activity. */
  if (!_koyomi_run_line_says (self, KOYOMI_RUN_COLUMN_TITLE, *title != '\0' ? title : activity_title))
    {
      g_autofree char *text = _koyomi_run_line_dup_text (self, KOYOMI_RUN_COLUMN_TITLE);

      koyomi_record_set_text (run, KOYOMI_OCCURRENCE_TITLE, strcmp (text, activity_title) == 0 ? "" : text);
    }
}

/**
 * _koyomi_run_line_change:
 * @run: changed as the row asks
 *
 * Returns: FALSE when the row has errors, which are noted; the run is not to be written then
 */
gboolean
_koyomi_run_line_change (const KoyomiRunLine *self,
                         KoyomiImport        *import,
                         KoyomiRecord        *run,
                         const char          *activity_title)
{
  int progress = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_PROGRESS);
  const char *reason = koyomi_record_get_text (run, KOYOMI_OCCURRENCE_REASON);
  g_autofree char *new_reason = _koyomi_run_line_says (self, KOYOMI_RUN_COLUMN_REASON, reason)
                                  ? g_strdup (reason) : _koyomi_run_line_dup_text (self, KOYOMI_RUN_COLUMN_REASON);
  g_autoptr(GError) error = NULL;
  Wish wish = {
    .first_day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY),
    .last_day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY),
    .actual_first = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_ACTUAL_FIRST),
    .actual_last = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_ACTUAL_LAST),
    .status = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_STATUS),
    .progress = progress,
    .reason = new_reason,
  };

  if (!read_wish (self, import, &wish) || !check_status (self, import, run, &wish))
    return FALSE;

  fit_actual_days (self, import, run, &wish);
  if (!koyomi_occurrence_move (run, wish.first_day, wish.last_day, &error) || !change_status (run, &wish, &error))
    {
      _koyomi_run_line_note (self, import, KOYOMI_NOTE_STATUS_UNKNOWN, KOYOMI_RUN_COLUMN_STATUS, NULL, error->message, NULL);
      return FALSE;
    }

  change_progress (self, import, run, &wish, progress);
  change_texts (self, run, activity_title);

  return TRUE;
}
