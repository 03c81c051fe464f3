#include "koyomi-import-private.h"

#include "koyomi-cell-edit.h"
#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-report-error.h"

typedef struct
{
  int   field;
  char *text;
} Translation;

typedef enum
{
  STEP_INSERT,
  STEP_UPDATE,
  STEP_DELETE,
  STEP_SUCCEED,
} StepKind;

struct _KoyomiImportStep
{
  StepKind      kind;
  KoyomiRecord *record;
  guint         row;
  GPtrArray    *others;         /* (element-type KoyomiImportStep): earlier ones, whose records this one refers to */
  gboolean      is_wanted;
  GArray       *translations;   /* of Translation */
  char         *letters;        /* of an assignment that follows another one */
  guint32       first_day;      /* of the runs to make, or KOYOMI_DAY_NONE; of the assignment */
  guint32       last_day;
};

struct _KoyomiImport
{
  GObject     parent_instance;

  char       *sheet;
  gboolean    is_workbook;
  guint32     day;          /* that the cells of a matrix are compared with, else KOYOMI_DAY_NONE */
  gint64      catalogue;    /* whose functions the rows of a matrix name, else 0 */
  gint64      head;         /* the plan's last entry as of the dry run */
  gboolean    was_tried;    /* its records say that they were written */
  GPtrArray  *items;
  GPtrArray  *notes;
  GPtrArray  *steps;        /* in the order in which they refer to one another */
  GHashTable *skipped;      /* rows */
};

static const struct
{
  const char *nick;
  const char *label;
} kinds[KOYOMI_N_IMPORT_KINDS] = {
  [KOYOMI_IMPORT_NOTHING] = { "nothing", N_("Heading") },
  [KOYOMI_IMPORT_GROUP] = { "group", N_("Function group") },
  [KOYOMI_IMPORT_FUNCTION] = { "function", N_("Function") },
  [KOYOMI_IMPORT_DUTY] = { "duty", N_("Duty") },
  [KOYOMI_IMPORT_ACTIVITY] = { "activity", N_("Activity") },
  [KOYOMI_IMPORT_TEAM] = { "team", N_("Team") },
  [KOYOMI_IMPORT_ASSIGNMENT] = { "assignment", N_("Assignment") },
  [KOYOMI_IMPORT_RUN] = { "run", N_("Run") },
};

static const struct
{
  const char *nick;
  const char *label;
} actions[KOYOMI_N_IMPORT_ACTIONS] = {
  [KOYOMI_IMPORT_ADD] = { "add", N_("add") },
  [KOYOMI_IMPORT_CHANGE] = { "change", N_("change") },
  [KOYOMI_IMPORT_REMOVE] = { "remove", N_("remove") },
  [KOYOMI_IMPORT_SAME] = { "same", N_("same") },
  [KOYOMI_IMPORT_SKIP] = { "skip", N_("leave out") },
};

G_DEFINE_FINAL_TYPE (KoyomiImport, koyomi_import, G_TYPE_OBJECT)

static void
clear_change (gpointer data)
{
  KoyomiImportChange *change = data;

  g_free (change->old_text);
  g_free (change->new_text);
}

static void
free_item (gpointer data)
{
  KoyomiImportItem *item = data;

  g_free (item->name);
  g_free (item->detail);
  g_array_unref (item->changes);
  g_free (item);
}

static void
clear_translation (gpointer data)
{
  g_free (((Translation *) data)->text);
}

static void
free_step (gpointer data)
{
  KoyomiImportStep *step = data;

  g_object_unref (step->record);
  g_ptr_array_unref (step->others);
  g_array_unref (step->translations);
  g_free (step->letters);
  g_free (step);
}

static void
koyomi_import_finalize (GObject *object)
{
  KoyomiImport *self = KOYOMI_IMPORT (object);

  g_free (self->sheet);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->steps);
  g_hash_table_unref (self->skipped);

  G_OBJECT_CLASS (koyomi_import_parent_class)->finalize (object);
}

static void
koyomi_import_class_init (KoyomiImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = koyomi_import_finalize;
}

static void
koyomi_import_init (KoyomiImport *self)
{
  self->items = g_ptr_array_new_with_free_func (free_item);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_import_note_free);
  self->steps = g_ptr_array_new_with_free_func (free_step);
  self->skipped = g_hash_table_new (NULL, NULL);
}

static gboolean
read_head (KoyomiSession  *session,
           gint64         *seq,
           GError        **error)
{
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (session, error);

  if (head == NULL)
    return FALSE;

  *seq = head->seq;

  return TRUE;
}

KoyomiImport *
_koyomi_import_new (KoyomiSession  *session,
                    const char     *sheet,
                    gboolean        is_workbook,
                    GError        **error)
{
  g_autoptr(KoyomiImport) self = g_object_new (KOYOMI_TYPE_IMPORT, NULL);

  self->sheet = g_strdup (sheet);
  self->is_workbook = is_workbook;
  if (!read_head (session, &self->head, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
_koyomi_import_set_day (KoyomiImport *self,
                        guint32       day)
{
  self->day = day;
}

void
_koyomi_import_set_catalogue (KoyomiImport *self,
                              gint64        catalogue)
{
  self->catalogue = catalogue;
}

/* Returns: (transfer none) */
KoyomiImportItem *
_koyomi_import_add_item (KoyomiImport       *self,
                         guint               row,
                         KoyomiImportKind    kind,
                         KoyomiImportAction  action,
                         const char         *name)
{
  KoyomiImportItem *item = g_new0 (KoyomiImportItem, 1);

  item->row = row;
  item->kind = kind;
  item->action = item->found = action;
  item->name = g_strdup (name);
  item->detail = g_strdup ("");
  item->changes = g_array_new (FALSE, FALSE, sizeof (KoyomiImportChange));
  g_array_set_clear_func (item->changes, clear_change);
  g_ptr_array_add (self->items, item);

  return item;
}

/* The item is one to be changed from now on, unless it is one to be added or removed. */
void
_koyomi_import_item_add_change (KoyomiImportItem *self,
                                int               field,
                                const char       *old_text,
                                const char       *new_text)
{
  KoyomiImportChange change = { field, g_strdup (old_text), g_strdup (new_text) };

  g_array_append_val (self->changes, change);
  if (self->action == KOYOMI_IMPORT_SAME)
    self->action = self->found = KOYOMI_IMPORT_CHANGE;
}

void
_koyomi_import_note (KoyomiImport *self,
                     KoyomiNoteId  id,
                     guint         row,
                     int           column,
                     const char   *subject,
                     const char   *detail_ja,
                     const char   *detail_en)
{
  g_ptr_array_add (self->notes, koyomi_import_note_new (id, row, column, subject, detail_ja, detail_en));
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const KoyomiImportItem *item_a = *(KoyomiImportItem * const *) a;
  const KoyomiImportItem *item_b = *(KoyomiImportItem * const *) b;

  return (item_a->row > item_b->row) - (item_a->row < item_b->row);
}

static int
compare_notes (gconstpointer a,
               gconstpointer b)
{
  const KoyomiImportNote *note_a = *(KoyomiImportNote * const *) a;
  const KoyomiImportNote *note_b = *(KoyomiImportNote * const *) b;
  int by_row = (note_a->row > note_b->row) - (note_a->row < note_b->row);

  return by_row != 0 ? by_row : note_a->column - note_b->column;
}

/* Puts items and notes into the order of the file. */
void
_koyomi_import_sort (KoyomiImport *self)
{
  g_ptr_array_sort (self->items, compare_items);
  g_ptr_array_sort (self->notes, compare_notes);
}

static KoyomiImportStep *
add_step (KoyomiImport *self,
          StepKind      kind,
          guint         row,
          KoyomiRecord *record)
{
  KoyomiImportStep *step = g_new0 (KoyomiImportStep, 1);

  step->kind = kind;
  step->record = g_object_ref (record);
  step->row = row;
  step->others = g_ptr_array_new ();
  step->translations = g_array_new (FALSE, FALSE, sizeof (Translation));
  g_array_set_clear_func (step->translations, clear_translation);
  g_ptr_array_add (self->steps, step);

  return step;
}

KoyomiImportStep *
_koyomi_import_insert (KoyomiImport *self,
                       guint         row,
                       KoyomiRecord *record)
{
  return add_step (self, STEP_INSERT, row, record);
}

KoyomiImportStep *
_koyomi_import_update (KoyomiImport *self,
                       guint         row,
                       KoyomiRecord *record)
{
  return add_step (self, STEP_UPDATE, row, record);
}

void
_koyomi_import_delete (KoyomiImport *self,
                       guint         row,
                       KoyomiRecord *record)
{
  add_step (self, STEP_DELETE, row, record);
}

/* The assignment ends the day before @day, and one with these letters follows it; "" for none. @assignment: its texts in the plan's own
 * language */
void
_koyomi_import_succeed (KoyomiImport *self,
                        guint         row,
                        KoyomiRecord *assignment,
                        const char   *letters,
                        guint32       day)
{
  KoyomiImportStep *step = add_step (self, STEP_SUCCEED, row, assignment);

  step->letters = g_strdup (letters);
  step->first_day = day;
}

/* @other is written with @self, also when its own row is left out. */
void
_koyomi_import_step_refer (KoyomiImportStep *self,
                           KoyomiImportStep *other)
{
  g_ptr_array_add (self->others, other);
}

/* Sets the text in the language that is not the plan's own. */
void
_koyomi_import_step_translate (KoyomiImportStep *self,
                               int               field,
                               const char       *text)
{
  Translation translation = { field, g_strdup (text) };

  g_array_append_val (self->translations, translation);
}

void
_koyomi_import_step_make_runs (KoyomiImportStep *self,
                               guint32           first_day,
                               guint32           last_day)
{
  self->first_day = first_day;
  self->last_day = last_day;
}

/* The sheet, or the file of a text table, that was read. */
const char *
koyomi_import_get_sheet (KoyomiImport *self)
{
  g_return_val_if_fail (KOYOMI_IS_IMPORT (self), NULL);

  return self->sheet;
}

/* The day as of which the cells of a matrix are compared, and from which their changes hold if that was asked for; %KOYOMI_DAY_NONE of
 * a table that tells days itself, or none. */
guint32
koyomi_import_get_day (KoyomiImport *self)
{
  g_return_val_if_fail (KOYOMI_IS_IMPORT (self), KOYOMI_DAY_NONE);

  return self->day;
}

/* The catalogue that was asked for, or else guessed, for the functions of a matrix; 0 when none of it names a function, and of a table that
 * names catalogues itself, or needs none. */
gint64
koyomi_import_get_catalogue (KoyomiImport *self)
{
  g_return_val_if_fail (KOYOMI_IS_IMPORT (self), 0);

  return self->catalogue;
}

/* Returns: (transfer none) (element-type KoyomiImportItem): in the order of the rows */
GPtrArray *
koyomi_import_get_items (KoyomiImport *self)
{
  g_return_val_if_fail (KOYOMI_IS_IMPORT (self), NULL);

  return self->items;
}

/* Returns: (transfer none) (element-type KoyomiImportNote): in the order of the rows */
GPtrArray *
koyomi_import_get_notes (KoyomiImport *self)
{
  g_return_val_if_fail (KOYOMI_IS_IMPORT (self), NULL);

  return self->notes;
}

guint
koyomi_import_count (KoyomiImport       *self,
                     KoyomiImportKind    kind,
                     KoyomiImportAction  action)
{
  guint n = 0;

  g_return_val_if_fail (KOYOMI_IS_IMPORT (self), 0);

  for (guint i = 0; i < self->items->len; i++)
    {
      KoyomiImportItem *item = g_ptr_array_index (self->items, i);

      if (item->kind == kind && item->action == action)
        n++;
    }

  return n;
}

/* How many things would be added, changed or removed: those on rows that are not left out. */
guint
koyomi_import_count_changes (KoyomiImport *self)
{
  guint n = 0;

  g_return_val_if_fail (KOYOMI_IS_IMPORT (self), 0);

  for (guint i = 0; i < self->items->len; i++)
    {
      KoyomiImportItem *item = g_ptr_array_index (self->items, i);

      n += item->action == KOYOMI_IMPORT_ADD || item->action == KOYOMI_IMPORT_CHANGE || item->action == KOYOMI_IMPORT_REMOVE;
    }

  return n;
}

/* How many there are on rows that are not left out. */
guint
koyomi_import_count_notes (KoyomiImport         *self,
                           KoyomiImportSeverity  severity)
{
  guint n = 0;

  g_return_val_if_fail (KOYOMI_IS_IMPORT (self), 0);

  for (guint i = 0; i < self->notes->len; i++)
    {
      KoyomiImportNote *note = g_ptr_array_index (self->notes, i);

      if (koyomi_import_note_get_severity (note) == severity &&
          !g_hash_table_contains (self->skipped, GUINT_TO_POINTER (note->row)))
        n++;
    }

  return n;
}

/* A step is written when its row is not left out, or when one is written that refers to it. */
static gboolean
mark_wanted (KoyomiImport *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->steps->len; i++)
    {
      KoyomiImportStep *step = g_ptr_array_index (self->steps, i);

      step->is_wanted = !g_hash_table_contains (self->skipped, GUINT_TO_POINTER (step->row));
    }

  for (guint i = self->steps->len; i > 0; i--)
    {
      KoyomiImportStep *step = g_ptr_array_index (self->steps, i - 1);

      any |= step->is_wanted;
      for (guint j = 0; step->is_wanted && j < step->others->len; j++)
        ((KoyomiImportStep *) g_ptr_array_index (step->others, j))->is_wanted = TRUE;
    }

  return any;
}

/* Whether applying it would write anything. */
gboolean
koyomi_import_has_changes (KoyomiImport *self)
{
  g_return_val_if_fail (KOYOMI_IS_IMPORT (self), FALSE);

  return mark_wanted (self);
}

/**
 * koyomi_import_format_place:
 * @column: counted from 0, or -1 for the whole row
 *
 * Returns: (transfer full): such as C12 in a workbook, “row 12, column 3” in a text table
 */
char *
koyomi_import_format_place (KoyomiImport   *self,
                            guint           row,
                            int             column,
                            KoyomiLanguage  language)
{
  g_return_val_if_fail (KOYOMI_IS_IMPORT (self), NULL);

  if (column < 0)
    return g_strdup_printf (koyomi_tr (language, N_("row %u")), row);
  else if (self->is_workbook)
    return koyomi_sheet_format_address (row, column);

  return g_strdup_printf (koyomi_tr (language, N_("row %u, column %u")), row, (guint) column + 1);
}

const char *
koyomi_import_kind_get_nick (KoyomiImportKind self)
{
  return kinds[self].nick;
}

const char *
koyomi_import_kind_get_label (KoyomiImportKind self,
                              KoyomiLanguage   language)
{
  return koyomi_tr (language, kinds[self].label);
}

const char *
koyomi_import_action_get_nick (KoyomiImportAction self)
{
  return actions[self].nick;
}

const char *
koyomi_import_action_get_label (KoyomiImportAction self,
                                KoyomiLanguage     language)
{
  return koyomi_tr (language, actions[self].label);
}

/* A line a kind that the file has, such as “Function: 31 to add, 0 to change, 0 the same”, then the notes. */
char *
koyomi_import_summarize (KoyomiImport   *self,
                         KoyomiLanguage  language)
{
  GString *text;

  g_return_val_if_fail (KOYOMI_IS_IMPORT (self), NULL);

  text = g_string_new (NULL);
  for (guint kind = KOYOMI_IMPORT_GROUP; kind < KOYOMI_N_IMPORT_KINDS; kind++)
    {
      guint n[KOYOMI_N_IMPORT_ACTIONS];
      guint total = 0;

      for (guint action = 0; action < KOYOMI_N_IMPORT_ACTIONS; action++)
        total += n[action] = koyomi_import_count (self, kind, action);

      if (total > 0 && n[KOYOMI_IMPORT_REMOVE] > 0)
        g_string_append_printf (text,
                                /* Translators: a kind of thing, such as Assignment, and how many of them there are */
                                koyomi_tr (language, N_("%s: %u to add, %u to change, %u to remove, %u the same, %u left out")),
                                koyomi_import_kind_get_label (kind, language), n[KOYOMI_IMPORT_ADD], n[KOYOMI_IMPORT_CHANGE],
                                n[KOYOMI_IMPORT_REMOVE], n[KOYOMI_IMPORT_SAME], n[KOYOMI_IMPORT_SKIP]);
      else if (total > 0)
        g_string_append_printf (text,
                                /* Translators: a kind of thing, such as Function, and how many of them there are */
                                koyomi_tr (language, N_("%s: %u to add, %u to change, %u the same, %u left out")),
                                koyomi_import_kind_get_label (kind, language), n[KOYOMI_IMPORT_ADD],
                                n[KOYOMI_IMPORT_CHANGE], n[KOYOMI_IMPORT_SAME], n[KOYOMI_IMPORT_SKIP]);
      if (total > 0)
        g_string_append_c (text, '\n');
    }

  g_string_append_printf (text, koyomi_tr (language, N_("Doubts: %u, errors: %u")),
                          koyomi_import_count_notes (self, KOYOMI_IMPORT_DOUBT),
                          koyomi_import_count_notes (self, KOYOMI_IMPORT_ERROR));

  return g_string_free (text, FALSE);
}

/* Leaves out what stands on this row of the file, with its errors. */
void
koyomi_import_skip_row (KoyomiImport *self,
                        guint         row)
{
  g_return_if_fail (KOYOMI_IS_IMPORT (self));

  if (!g_hash_table_add (self->skipped, GUINT_TO_POINTER (row)))
    return;

  for (guint i = 0; i < self->items->len; i++)
    {
      KoyomiImportItem *item = g_ptr_array_index (self->items, i);

      if (item->row == row)
        item->action = KOYOMI_IMPORT_SKIP;
    }
}

/* Takes a row again that was left out. */
void
koyomi_import_take_row (KoyomiImport *self,
                        guint         row)
{
  g_return_if_fail (KOYOMI_IS_IMPORT (self));

  if (!g_hash_table_remove (self->skipped, GUINT_TO_POINTER (row)))
    return;

  for (guint i = 0; i < self->items->len; i++)
    {
      KoyomiImportItem *item = g_ptr_array_index (self->items, i);

      if (item->row == row)
        item->action = item->found;
    }
}

/* Whether the row is not left out. */
gboolean
koyomi_import_takes_row (KoyomiImport *self,
                         guint         row)
{
  g_return_val_if_fail (KOYOMI_IS_IMPORT (self), FALSE);

  return !g_hash_table_contains (self->skipped, GUINT_TO_POINTER (row));
}

static gboolean
check (KoyomiImport   *self,
       KoyomiSession  *session,
       GError        **error)
{
  guint n_errors = koyomi_import_count_notes (self, KOYOMI_IMPORT_ERROR);
  gint64 head;

  if (n_errors > 0)
    {
      g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_INPUT,
                   "%u cells cannot be taken over: correct them, or leave out their rows", n_errors);
      return FALSE;
    }

  if (!read_head (session, &head, error))
    return FALSE;

  if (head == self->head && !self->was_tried)
    return TRUE;

  g_set_error_literal (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_INPUT,
                       "the plan has changed since the dry run: read the file again");

  return FALSE;
}

static gboolean
write_step (KoyomiEdit        *edit,
            KoyomiImportStep  *step,
            GError           **error)
{
  gint64 id = koyomi_record_get_id (step->record);

  if (step->kind == STEP_DELETE)
    return koyomi_edit_delete (edit, koyomi_record_get_table_id (step->record), id, error);

  if (step->kind == STEP_SUCCEED)
    return koyomi_assignment_rewrite (edit, step->record, step->letters, KOYOMI_CELLS_FROM_DAY, step->first_day, error);

  if (step->kind == STEP_INSERT ? !koyomi_edit_insert (edit, step->record, error)
                                : koyomi_record_has_changes (step->record) && !koyomi_edit_update (edit, step->record, error))
    return FALSE;

  for (guint i = 0; i < step->translations->len; i++)
    {
      Translation *translation = &g_array_index (step->translations, Translation, i);

      if (!koyomi_edit_translate (edit, translation->field, id, translation->text, error))
        return FALSE;
    }

  return step->first_day == 0 || koyomi_edit_add_runs (edit, step->record, step->first_day, step->last_day, error) >= 0;
}

/**
 * koyomi_import_apply:
 * @session: the plan that the dry run was made for
 * @label: of the edit, such as "Import cric.xlsx"
 *
 * Writes everything as one edit, which one undo takes back. Where nothing is to be changed, there is no edit.
 *
 * Returns: FALSE with %KOYOMI_REPORT_ERROR_INPUT when there are errors on rows that are not left out, or the plan was changed
 *   meanwhile; nothing was written then
 */
gboolean
koyomi_import_apply (KoyomiImport   *self,
                     KoyomiSession  *session,
                     const char     *label,
                     GError        **error)
{
  g_autoptr(KoyomiEdit) edit = NULL;

  g_return_val_if_fail (KOYOMI_IS_IMPORT (self), FALSE);

  if (!check (self, session, error))
    return FALSE;

  if (!mark_wanted (self))
    return TRUE;

  if ((edit = koyomi_session_begin_edit (session, error)) == NULL)
    return FALSE;

  self->was_tried = TRUE;
  for (guint i = 0; i < self->steps->len; i++)
    {
      KoyomiImportStep *step = g_ptr_array_index (self->steps, i);

      if (step->is_wanted && !write_step (edit, step, error))
        return FALSE;
    }

  return koyomi_edit_commit (edit, label, error);
}
