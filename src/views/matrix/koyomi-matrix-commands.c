#include "koyomi-matrix-commands.h"

#include "koyomi-breaches-window.h"
#include "koyomi-cell-dialog.h"
#include "koyomi-cell-edit.h"
#include "koyomi-function-card.h"
#include "koyomi-team-card.h"

#include <adwaita.h>

#define SHEET_KEY "koyomi-matrix-sheet"

static KoyomiMatrixSheet *
get_sheet (GtkWidget *view)
{
  return g_object_get_data (G_OBJECT (view), SHEET_KEY);
}

static KoyomiSession *
get_session (KoyomiMatrixSheet *sheet)
{
  return koyomi_workspace_get_session (koyomi_matrix_sheet_get_workspace (sheet));
}

static void
fail (KoyomiMatrixSheet *sheet,
      const GError      *error)
{
  KoyomiWorkspace *workspace = koyomi_matrix_sheet_get_workspace (sheet);

  koyomi_workspace_fail (workspace, koyomi_workspace_tr (workspace, "The cells were not changed"), error);
}

static gboolean
set_cells (KoyomiMatrixSheet *sheet,
           GArray            *changes,
           KoyomiCellsAction  action)
{
  const KoyomiMatrixFacts *facts = koyomi_matrix_sheet_get_facts (sheet);
  g_autoptr(GError) error = NULL;

  if (changes->len == 0)
    return TRUE;

  if (!koyomi_cells_set (get_session (sheet), koyomi_matrix_get_alphabet (facts->matrix), (const KoyomiCellChange *) changes->data,
                         changes->len, action, koyomi_matrix_sheet_get_begins (sheet) ? KOYOMI_CELLS_FROM_DAY : KOYOMI_CELLS_IN_PLACE,
                         koyomi_matrix_sheet_get_day (sheet), koyomi_matrix_sheet_get_language (sheet), &error))
    {
      fail (sheet, error);
      return FALSE;
    }

  return TRUE;
}

/* The functions and teams of a rectangle, by their keys. */
typedef struct
{
  GArray *functions;
  GArray *teams;
} Keys;

static void
clear_keys (Keys *self)
{
  g_clear_pointer (&self->functions, g_array_unref);
  g_clear_pointer (&self->teams, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Keys, clear_keys)

static Keys
list_keys (KoyomiMatrixSheet       *sheet,
           const KoyomiMatrixRange *range)
{
  GArray *down = g_array_new (FALSE, FALSE, sizeof (gint64));
  GArray *across = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean transposed = koyomi_matrix_sheet_get_options (sheet)->transposed;

  for (int i = range->first_line; i <= range->last_line && i < koyomi_matrix_sheet_get_n_lines (sheet); i++)
    if (!koyomi_matrix_sheet_get_line (sheet, i)->is_group)
      {
        gint64 id = koyomi_record_get_id (koyomi_matrix_sheet_get_line_record (sheet, i));

        g_array_append_val (down, id);
      }
  for (int i = range->first_column; i <= range->last_column && i < koyomi_matrix_sheet_get_n_columns (sheet); i++)
    {
      gint64 id = koyomi_record_get_id (koyomi_matrix_sheet_get_column_record (sheet, i));

      g_array_append_val (across, id);
    }

  return transposed ? (Keys) { across, down } : (Keys) { down, across };
}

/* Whether there are cells to change, read as they stand now. */
static gboolean
begin (KoyomiMatrixSheet *sheet)
{
  KoyomiWorkspace *workspace = koyomi_matrix_sheet_get_workspace (sheet);
  guint row, column;

  koyomi_matrix_sheet_update (sheet);
  if (!koyomi_matrix_sheet_find_cell (sheet, koyomi_matrix_sheet_get_focus (sheet), &row, &column))
    return FALSE;

  if (!koyomi_matrix_sheet_can_edit (sheet))
    koyomi_workspace_tell (workspace, koyomi_workspace_tr (workspace, "This plan can only be read"));

  return koyomi_matrix_sheet_can_edit (sheet);
}

/* Gives the letters to all that is chosen, or takes them from it. */
static gboolean
change_letters (KoyomiMatrixSheet *sheet,
                KoyomiLetters      added,
                KoyomiLetters      removed,
                KoyomiCellsAction  action)
{
  KoyomiMatrixRange range = koyomi_matrix_sheet_get_range (sheet);
  g_autoptr(GArray) changes = g_array_new (FALSE, FALSE, sizeof (KoyomiCellChange));
  KoyomiMatrix *matrix = koyomi_matrix_sheet_get_facts (sheet)->matrix;

  for (int i = range.first_line; i <= range.last_line; i++)
    for (int j = range.first_column; j <= range.last_column; j++)
      {
        KoyomiMatrixPlace place = { i, j };
        KoyomiCellChange change;
        guint row, column;

        if (!koyomi_matrix_sheet_find_cell (sheet, place, &row, &column))
          continue;

        change.function = koyomi_record_get_id (koyomi_matrix_get_row (matrix, row)->function);
        change.team = koyomi_record_get_id (koyomi_matrix_get_column (matrix, column)->team);
        change.letters = (koyomi_matrix_sheet_get_letters (sheet, place) & ~removed) | added;
        g_array_append_val (changes, change);
      }

  return set_cells (sheet, changes, action);
}

/* Types a letter into what is chosen: if the cell that has the focus has it, it goes from all, else it comes to all.
 * Returns: FALSE when it is no letter of the plan, or there is no cell */
gboolean
koyomi_matrix_commands_type (KoyomiMatrixSheet *sheet,
                             gunichar           key)
{
  const KoyomiMatrixFacts *facts = koyomi_matrix_sheet_get_facts (sheet);
  KoyomiLetters after, letter;

  if (facts == NULL || !koyomi_alphabet_type (koyomi_matrix_get_alphabet (facts->matrix), KOYOMI_LETTERS_NONE, key, &letter) ||
      !begin (sheet))
    return FALSE;

  after = koyomi_matrix_sheet_get_letters (sheet, koyomi_matrix_sheet_get_focus (sheet)) ^ letter;
  change_letters (sheet, after & letter, letter & ~after, KOYOMI_CELLS_SET);

  return TRUE;
}

/* Returns: (transfer full): what is chosen, as a spreadsheet takes it */
char *
koyomi_matrix_commands_copy_text (KoyomiMatrixSheet *sheet)
{
  KoyomiMatrixRange range = koyomi_matrix_sheet_get_range (sheet);
  g_auto(Keys) keys = { NULL };
  g_autoptr(KoyomiLetterBlock) block = NULL;
  KoyomiMatrix *matrix;

  koyomi_matrix_sheet_update (sheet);
  matrix = koyomi_matrix_sheet_get_facts (sheet)->matrix;
  keys = list_keys (sheet, &range);
  block = koyomi_letter_block_copy (matrix, keys.functions, keys.teams, koyomi_matrix_sheet_get_options (sheet)->transposed);

  return koyomi_letter_block_format (block, koyomi_matrix_get_alphabet (matrix));
}

/* What is chosen, drawn out as far as the block is larger and there are cells. */
static KoyomiMatrixRange
find_target (KoyomiMatrixSheet       *sheet,
             const KoyomiLetterBlock *block)
{
  KoyomiMatrixRange range = koyomi_matrix_sheet_get_range (sheet);
  int last_column = MIN (range.first_column + (int) block->n_columns, koyomi_matrix_sheet_get_n_columns (sheet)) - 1;
  guint n = 0;

  for (int i = range.first_line; i <= range.last_line; i++)
    n += !koyomi_matrix_sheet_get_line (sheet, i)->is_group;
  while (n < block->n_rows && range.last_line + 1 < koyomi_matrix_sheet_get_n_lines (sheet))
    n += !koyomi_matrix_sheet_get_line (sheet, ++range.last_line)->is_group;
  range.last_column = MAX (range.last_column, last_column);

  return range;
}

/* Whether all letters of the block have a cell in the range. */
static gboolean
has_room (KoyomiMatrixSheet       *sheet,
          const KoyomiMatrixRange *range,
          const KoyomiLetterBlock *block)
{
  guint n_columns = range->last_column - range->first_column + 1;
  guint n_rows = 0;

  for (int i = range->first_line; i <= range->last_line; i++)
    n_rows += !koyomi_matrix_sheet_get_line (sheet, i)->is_group;
  for (guint i = 0; i < block->n_rows; i++)
    for (guint j = 0; j < block->n_columns; j++)
      if ((i >= n_rows || j >= n_columns) && koyomi_letter_block_get (block, i, j) != KOYOMI_LETTERS_NONE)
        return FALSE;

  return TRUE;
}

/* Returns: (transfer full): why the block is not pasted here */
static char *
describe_lack_of_room (KoyomiMatrixSheet       *sheet,
                       const KoyomiLetterBlock *block)
{
  /* Translators: rows, columns */
  return g_strdup_printf (koyomi_tr (koyomi_matrix_sheet_get_language (sheet),
                                     "The clipboard has letters in %u × %u cells, more than there are from here to the last row and column. "
                                     "Select a cell further up or further left. Nothing was pasted."),
                          block->n_rows, block->n_columns);
}

static gboolean
put_block (KoyomiMatrixSheet       *sheet,
           const KoyomiLetterBlock *block,
           const KoyomiMatrixRange *target,
           KoyomiCellsAction        action)
{
  g_auto(Keys) keys = list_keys (sheet, target);
  g_autoptr(GArray) changes = koyomi_letter_block_list_changes (block, keys.functions, keys.teams,
                                                                koyomi_matrix_sheet_get_options (sheet)->transposed);

  return set_cells (sheet, changes, action);
}

/**
 * koyomi_matrix_commands_paste_text:
 * @fault: (out) (transfer full): a sentence that tells where the text is no block of letters, or that it has no room; nothing is changed then
 *
 * Puts a block of letters into what is selected, which is filled with it, and selects it.
 *
 * Returns: whether it was put there
 */
gboolean
koyomi_matrix_commands_paste_text (KoyomiMatrixSheet  *sheet,
                                   const char         *text,
                                   char              **fault)
{
  g_autoptr(KoyomiLetterBlock) block = NULL;
  g_autoptr(KoyomiLetterFault) found = NULL;
  KoyomiMatrixRange target;

  *fault = NULL;
  if (!begin (sheet))
    return FALSE;

  block = koyomi_letter_block_parse (koyomi_matrix_get_alphabet (koyomi_matrix_sheet_get_facts (sheet)->matrix), text, &found);
  if (block == NULL)
    {
      *fault = koyomi_letter_fault_describe (found, koyomi_matrix_sheet_get_language (sheet));
      return FALSE;
    }

  target = find_target (sheet, block);
  if (!has_room (sheet, &target, block))
    {
      *fault = describe_lack_of_room (sheet, block);
      return FALSE;
    }

  if (!put_block (sheet, block, &target, KOYOMI_CELLS_PASTE))
    return FALSE;

  koyomi_matrix_sheet_choose (sheet, target);

  return TRUE;
}

/* Repeats what stands in @source all over @target. */
void
koyomi_matrix_commands_fill (KoyomiMatrixSheet       *sheet,
                             const KoyomiMatrixRange *source,
                             const KoyomiMatrixRange *target)
{
  g_auto(Keys) keys = { NULL };
  g_autoptr(KoyomiLetterBlock) block = NULL;

  if (!begin (sheet))
    return;

  keys = list_keys (sheet, source);
  if (keys.functions->len == 0 || keys.teams->len == 0)
    return;

  block = koyomi_letter_block_copy (koyomi_matrix_sheet_get_facts (sheet)->matrix, keys.functions, keys.teams,
                                    koyomi_matrix_sheet_get_options (sheet)->transposed);
  put_block (sheet, block, target, KOYOMI_CELLS_FILL);
}

static void
toggle_letter_action (GtkWidget  *view,
                      const char *name,
                      GVariant   *parameter)
{
  koyomi_matrix_commands_type (get_sheet (view), g_utf8_get_char (g_variant_get_string (parameter, NULL)));
}

static void
clear_action (GtkWidget  *view,
              const char *name,
              GVariant   *parameter)
{
  if (begin (get_sheet (view)))
    change_letters (get_sheet (view), KOYOMI_LETTERS_NONE, ~KOYOMI_LETTERS_NONE, KOYOMI_CELLS_CLEAR);
}

static void
copy_action (GtkWidget  *view,
             const char *name,
             GVariant   *parameter)
{
  KoyomiMatrixSheet *sheet = get_sheet (view);
  g_autofree char *text = NULL;

  if (koyomi_matrix_sheet_get_facts (sheet) == NULL || koyomi_matrix_sheet_get_n_lines (sheet) == 0)
    return;

  text = koyomi_matrix_commands_copy_text (sheet);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (view), text);
}

static void
cut_action (GtkWidget  *view,
            const char *name,
            GVariant   *parameter)
{
  copy_action (view, name, parameter);
  clear_action (view, name, parameter);
}

static void
tell_fault (GtkWidget  *view,
            const char *fault)
{
  KoyomiLanguage language = koyomi_matrix_sheet_get_language (get_sheet (view));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (view)),
                                              koyomi_tr (language, "The Clipboard Cannot Be Pasted"), fault);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", koyomi_tr (language, "_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(GtkWidget) view = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  g_autofree char *fault = NULL;

  if (gtk_widget_get_root (view) != NULL && !koyomi_matrix_commands_paste_text (get_sheet (view), text != NULL ? text : "", &fault) &&
      fault != NULL)
    tell_fault (view, fault);
}

static void
paste_action (GtkWidget  *view,
              const char *name,
              GVariant   *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (view), NULL, text_read_cb, g_object_ref (view));
}

/* What stands in the first line goes to those below. */
static void
fill_down_action (GtkWidget  *view,
                  const char *name,
                  GVariant   *parameter)
{
  KoyomiMatrixSheet *sheet = get_sheet (view);
  KoyomiMatrixRange target = koyomi_matrix_sheet_get_range (sheet);
  KoyomiMatrixRange source = target;

  while (source.first_line < target.last_line && koyomi_matrix_sheet_get_line (sheet, source.first_line)->is_group)
    source.first_line++;
  source.last_line = source.first_line;
  koyomi_matrix_commands_fill (sheet, &source, &target);
}

/* What stands in the cell from which the selection was drawn out goes to all of it. */
static void
fill_action (GtkWidget  *view,
             const char *name,
             GVariant   *parameter)
{
  KoyomiMatrixSheet *sheet = get_sheet (view);
  KoyomiMatrixPlace start = koyomi_matrix_sheet_get_start (sheet);
  KoyomiMatrixRange target = koyomi_matrix_sheet_get_range (sheet);

  koyomi_matrix_commands_fill (sheet, &(KoyomiMatrixRange) { start.line, start.line, start.column, start.column }, &target);
}

static void
select_all_action (GtkWidget  *view,
                   const char *name,
                   GVariant   *parameter)
{
  KoyomiMatrixSheet *sheet = get_sheet (view);

  koyomi_matrix_sheet_choose (sheet, (KoyomiMatrixRange) { 0, koyomi_matrix_sheet_get_n_lines (sheet) - 1, 0,
                                                           koyomi_matrix_sheet_get_n_columns (sheet) - 1 });
}

/* The function of the line, or of the column where teams are the lines. */
static void
show_function_action (GtkWidget  *view,
                      const char *name,
                      GVariant   *parameter)
{
  KoyomiMatrixSheet *sheet = get_sheet (view);
  KoyomiMatrixPlace focus = koyomi_matrix_sheet_get_focus (sheet);
  gboolean transposed = koyomi_matrix_sheet_get_options (sheet)->transposed;
  KoyomiRecord *function;

  if (koyomi_matrix_sheet_get_n_lines (sheet) == 0 || (transposed && focus.column < 0))
    return;

  function = transposed ? koyomi_matrix_sheet_get_column_record (sheet, focus.column)
                        : koyomi_matrix_sheet_get_line_record (sheet, focus.line);
  koyomi_function_card_present (GTK_WINDOW (gtk_widget_get_root (view)), koyomi_matrix_sheet_get_workspace (sheet),
                                koyomi_record_get_id (function));
}

/* Returns: (nullable): the function of the line that has the focus, if it breaks a rule */
static KoyomiRecord *
find_breaker (KoyomiMatrixSheet *sheet)
{
  const KoyomiMatrixFacts *facts = koyomi_matrix_sheet_get_facts (sheet);
  KoyomiMatrixPlace focus = koyomi_matrix_sheet_get_focus (sheet);
  const KoyomiMatrixLine *line;

  if (facts == NULL || koyomi_matrix_sheet_get_options (sheet)->transposed || focus.line >= koyomi_matrix_sheet_get_n_lines (sheet))
    return NULL;

  line = koyomi_matrix_sheet_get_line (sheet, focus.line);

  return !line->is_group && koyomi_matrix_facts_get_breach (facts, line->index) != NULL
           ? koyomi_matrix_sheet_get_line_record (sheet, focus.line) : NULL;
}

/* What the function of the line breaks, and what can be done about it. */
static void
show_breaches_action (GtkWidget  *view,
                      const char *name,
                      GVariant   *parameter)
{
  KoyomiMatrixSheet *sheet = get_sheet (view);
  KoyomiRecord *function = find_breaker (sheet);
  KoyomiRecord *catalogue;

  if (function == NULL)
    return;

  catalogue = koyomi_matrix_get_catalogue (koyomi_matrix_sheet_get_facts (sheet)->matrix);
  koyomi_breaches_window_present_function (GTK_WINDOW (gtk_widget_get_root (view)), koyomi_matrix_sheet_get_workspace (sheet), view,
                                           koyomi_record_get_text (catalogue, KOYOMI_CATALOGUE_CODE), function,
                                           koyomi_matrix_sheet_get_day (sheet));
}

/* The team of the column, or of the line where teams are the lines. */
static void
show_team_action (GtkWidget  *view,
                  const char *name,
                  GVariant   *parameter)
{
  KoyomiMatrixSheet *sheet = get_sheet (view);
  KoyomiMatrixPlace focus = koyomi_matrix_sheet_get_focus (sheet);
  gboolean transposed = koyomi_matrix_sheet_get_options (sheet)->transposed;
  KoyomiRecord *team;

  if (koyomi_matrix_sheet_get_n_lines (sheet) == 0 || (!transposed && focus.column < 0))
    return;

  team = transposed ? koyomi_matrix_sheet_get_line_record (sheet, focus.line)
                    : koyomi_matrix_sheet_get_column_record (sheet, focus.column);
  koyomi_team_card_present (GTK_WINDOW (gtk_widget_get_root (view)), koyomi_matrix_sheet_get_workspace (sheet),
                            koyomi_record_get_id (team));
}

/* What the letters alone do not tell of the cell with the focus. */
static void
edit_assignment_action (GtkWidget  *view,
                        const char *name,
                        GVariant   *parameter)
{
  KoyomiMatrixSheet *sheet = get_sheet (view);
  KoyomiMatrix *matrix = koyomi_matrix_sheet_get_facts (sheet)->matrix;
  guint row, column;

  if (koyomi_matrix_sheet_find_cell (sheet, koyomi_matrix_sheet_get_focus (sheet), &row, &column))
    koyomi_cell_dialog_present (GTK_WINDOW (gtk_widget_get_root (view)), koyomi_matrix_sheet_get_workspace (sheet),
                                koyomi_record_get_id (koyomi_matrix_get_row (matrix, row)->function),
                                koyomi_record_get_id (koyomi_matrix_get_column (matrix, column)->team),
                                koyomi_matrix_sheet_get_day (sheet));
}

void
koyomi_matrix_commands_install (GtkWidgetClass *view_class)
{
  gtk_widget_class_install_action (view_class, "matrix.toggle-letter", "s", toggle_letter_action);
  gtk_widget_class_install_action (view_class, "matrix.clear", NULL, clear_action);
  gtk_widget_class_install_action (view_class, "matrix.cut", NULL, cut_action);
  gtk_widget_class_install_action (view_class, "matrix.copy", NULL, copy_action);
  gtk_widget_class_install_action (view_class, "matrix.paste", NULL, paste_action);
  gtk_widget_class_install_action (view_class, "matrix.fill-down", NULL, fill_down_action);
  gtk_widget_class_install_action (view_class, "matrix.fill", NULL, fill_action);
  gtk_widget_class_install_action (view_class, "matrix.select-all", NULL, select_all_action);
  gtk_widget_class_install_action (view_class, "matrix.show-function", NULL, show_function_action);
  gtk_widget_class_install_action (view_class, "matrix.show-breaches", NULL, show_breaches_action);
  gtk_widget_class_install_action (view_class, "matrix.show-team", NULL, show_team_action);
  gtk_widget_class_install_action (view_class, "matrix.edit-assignment", NULL, edit_assignment_action);
}

static void
update_actions (GtkWidget *view)
{
  static const char *const edits[] = {
    "matrix.toggle-letter", "matrix.clear", "matrix.cut", "matrix.paste", "matrix.fill-down", "matrix.fill",
  };
  KoyomiMatrixSheet *sheet = get_sheet (view);
  guint row, column;
  gboolean has_cell = koyomi_matrix_sheet_find_cell (sheet, koyomi_matrix_sheet_get_focus (sheet), &row, &column);
  gboolean can_edit = has_cell && koyomi_matrix_sheet_can_edit (sheet);

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    gtk_widget_action_set_enabled (view, edits[i], can_edit);
  gtk_widget_action_set_enabled (view, "matrix.edit-assignment", has_cell);
  gtk_widget_action_set_enabled (view, "matrix.show-breaches", find_breaker (sheet) != NULL);
  gtk_widget_action_set_enabled (view, "matrix.show-team", koyomi_matrix_sheet_get_options (sheet)->transposed || has_cell);
}

void
koyomi_matrix_commands_attach (GtkWidget         *view,
                               KoyomiMatrixSheet *sheet)
{
  g_object_set_data_full (G_OBJECT (view), SHEET_KEY, g_object_ref (sheet), g_object_unref);
  g_signal_connect_object (sheet, "lines", G_CALLBACK (update_actions), view, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet, "selection", G_CALLBACK (update_actions), view, G_CONNECT_SWAPPED);
  update_actions (view);
}

void
koyomi_matrix_commands_bind_keys (GtkWidgetClass *rows_class)
{
  static const struct
  {
    guint            key;
    GdkModifierType  modifiers;
    const char      *action;
  } keys[] = {
    { GDK_KEY_Delete, 0, "matrix.clear" },
    { GDK_KEY_KP_Delete, 0, "matrix.clear" },
    { GDK_KEY_BackSpace, 0, "matrix.clear" },
    { GDK_KEY_x, GDK_CONTROL_MASK, "matrix.cut" },
    { GDK_KEY_c, GDK_CONTROL_MASK, "matrix.copy" },
    { GDK_KEY_v, GDK_CONTROL_MASK, "matrix.paste" },
    { GDK_KEY_d, GDK_CONTROL_MASK, "matrix.fill-down" },
    { GDK_KEY_Return, GDK_CONTROL_MASK, "matrix.fill" },
    { GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "matrix.fill" },
    { GDK_KEY_a, GDK_CONTROL_MASK, "matrix.select-all" },
    { GDK_KEY_Return, 0, "matrix.open-cell" },
    { GDK_KEY_KP_Enter, 0, "matrix.open-cell" },
    { GDK_KEY_F2, 0, "matrix.open-cell" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (rows_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                KoyomiMatrixSheet     *sheet)
{
  gunichar character = gdk_keyval_to_unicode (key);

  if (character == 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  return koyomi_matrix_commands_type (sheet, character);
}

/* Letters are no shortcuts: a plan can have any of its own. */
void
koyomi_matrix_commands_take_letters (GtkWidget         *rows,
                                     KoyomiMatrixSheet *sheet)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), sheet, 0);
  gtk_widget_add_controller (rows, controller);
}
