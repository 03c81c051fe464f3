#include "koyomi-calendar-commands.h"

#include "koyomi-assign-dialog.h"
#include "koyomi-day.h"
#include "koyomi-delete-dialog.h"
#include "koyomi-run-edit.h"

#define SHEET_KEY "koyomi-calendar-sheet"

static KoyomiCalendarSheet *
get_sheet (GtkWidget *view)
{
  return g_object_get_data (G_OBJECT (view), SHEET_KEY);
}

static void
tell_error (KoyomiCalendarSheet *sheet,
            const GError        *error)
{
  KoyomiLanguage language = koyomi_calendar_sheet_get_language (sheet);

  koyomi_workspace_fail (koyomi_calendar_sheet_get_workspace (sheet), koyomi_tr (language, "The runs were not changed"), error);
}

/* What an action does to the runs that are chosen. */
typedef gboolean (*RunCommand) (KoyomiSession   *session,
                                const gint64    *runs,
                                guint            n_runs,
                                int              argument,
                                KoyomiLanguage   language,
                                GError         **error);

static void
apply (GtkWidget  *view,
       RunCommand  command,
       int         argument)
{
  KoyomiCalendarSheet *sheet = get_sheet (view);
  g_autoptr(GArray) runs = koyomi_run_selection_list (koyomi_calendar_sheet_get_selection (sheet));
  g_autoptr(GError) error = NULL;

  if (runs->len > 0 &&
      !command (koyomi_workspace_get_session (koyomi_calendar_sheet_get_workspace (sheet)), (const gint64 *) runs->data, runs->len,
                argument, koyomi_calendar_sheet_get_language (sheet), &error))
    tell_error (sheet, error);
}

static gboolean
set_status (KoyomiSession   *session,
            const gint64    *runs,
            guint            n_runs,
            int              status,
            KoyomiLanguage   language,
            GError         **error)
{
  return koyomi_runs_set_status (session, runs, n_runs, status, koyomi_day_today (), NULL, language, error);
}

static gboolean
resize_first (KoyomiSession   *session,
              const gint64    *runs,
              guint            n_runs,
              int              by,
              KoyomiLanguage   language,
              GError         **error)
{
  return koyomi_runs_resize (session, runs, n_runs, by, 0, language, error);
}

static gboolean
resize_last (KoyomiSession   *session,
             const gint64    *runs,
             guint            n_runs,
             int              by,
             KoyomiLanguage   language,
             GError         **error)
{
  return koyomi_runs_resize (session, runs, n_runs, 0, by, language, error);
}

static gboolean
delete_runs (KoyomiSession   *session,
             const gint64    *runs,
             guint            n_runs,
             int              argument,
             KoyomiLanguage   language,
             GError         **error)
{
  return koyomi_runs_delete (session, runs, n_runs, language, error);
}

static void
mark_done_action (GtkWidget  *view,
                  const char *name,
                  GVariant   *parameter)
{
  apply (view, set_status, KOYOMI_STATUS_DONE);
}

static void
begin_action (GtkWidget  *view,
              const char *name,
              GVariant   *parameter)
{
  apply (view, set_status, KOYOMI_STATUS_DOING);
}

static void
mark_planned_action (GtkWidget  *view,
                     const char *name,
                     GVariant   *parameter)
{
  apply (view, set_status, KOYOMI_STATUS_PLANNED);
}

static gboolean
are_all_done (KoyomiCalendarSheet *sheet)
{
  g_autoptr(GArray) runs = koyomi_run_selection_list (koyomi_calendar_sheet_get_selection (sheet));

  for (guint i = 0; i < runs->len; i++)
    {
      const KoyomiBar *bar;

      if (!koyomi_calendar_sheet_find_run (sheet, g_array_index (runs, gint64, i), NULL, &bar) ||
          (bar->state != KOYOMI_STATE_DONE && bar->state != KOYOMI_STATE_DONE_LATE))
        return FALSE;
    }

  return runs->len > 0;
}

static void
toggle_done_action (GtkWidget  *view,
                    const char *name,
                    GVariant   *parameter)
{
  apply (view, set_status, are_all_done (get_sheet (view)) ? KOYOMI_STATUS_PLANNED : KOYOMI_STATUS_DONE);
}

/* How far a key moves a run: what can still be seen. */
static int
get_step (KoyomiCalendarSheet *sheet)
{
  return koyomi_time_scale_get_zoom (&koyomi_calendar_sheet_get_timeline (sheet)->time) <= KOYOMI_ZOOM_HALF ? 7 : 1;
}

static void
move_earlier_action (GtkWidget  *view,
                     const char *name,
                     GVariant   *parameter)
{
  apply (view, koyomi_runs_move, -get_step (get_sheet (view)));
}

static void
move_later_action (GtkWidget  *view,
                   const char *name,
                   GVariant   *parameter)
{
  apply (view, koyomi_runs_move, get_step (get_sheet (view)));
}

static void
shorten_action (GtkWidget  *view,
                const char *name,
                GVariant   *parameter)
{
  apply (view, resize_last, -get_step (get_sheet (view)));
}

static void
lengthen_action (GtkWidget  *view,
                 const char *name,
                 GVariant   *parameter)
{
  apply (view, resize_last, get_step (get_sheet (view)));
}

static void
start_earlier_action (GtkWidget  *view,
                      const char *name,
                      GVariant   *parameter)
{
  apply (view, resize_first, -get_step (get_sheet (view)));
}

static void
start_later_action (GtkWidget  *view,
                    const char *name,
                    GVariant   *parameter)
{
  apply (view, resize_first, get_step (get_sheet (view)));
}

static void
delete_action (GtkWidget  *view,
               const char *name,
               GVariant   *parameter)
{
  KoyomiCalendarSheet *sheet = get_sheet (view);
  KoyomiRunSelection *selection = koyomi_calendar_sheet_get_selection (sheet);

  /* One run may stand for its whole rule: that is asked about. */
  if (koyomi_run_selection_count (selection) == 1)
    koyomi_delete_dialog_present (GTK_WINDOW (gtk_widget_get_root (view)), koyomi_calendar_sheet_get_workspace (sheet),
                                  koyomi_run_selection_get_focus (selection));
  else
    apply (view, delete_runs, 0);
}

/* The copies stand a step after their originals, and are chosen. */
static void
duplicate_action (GtkWidget  *view,
                  const char *name,
                  GVariant   *parameter)
{
  KoyomiCalendarSheet *sheet = get_sheet (view);
  KoyomiRunSelection *selection = koyomi_calendar_sheet_get_selection (sheet);
  g_autoptr(GArray) runs = koyomi_run_selection_list (selection);
  g_autoptr(GArray) copies = NULL;
  g_autoptr(GError) error = NULL;

  if (runs->len == 0)
    return;

  copies = koyomi_runs_copy (koyomi_workspace_get_session (koyomi_calendar_sheet_get_workspace (sheet)),
                             (const gint64 *) runs->data, runs->len, get_step (sheet), 0,
                             koyomi_calendar_sheet_get_language (sheet), &error);
  if (copies == NULL)
    tell_error (sheet, error);
  else if (copies->len > 0)
    koyomi_run_selection_set (selection, (const gint64 *) copies->data, copies->len, g_array_index (copies, gint64, 0));
}

static void
assign_action (GtkWidget  *view,
               const char *name,
               GVariant   *parameter)
{
  KoyomiCalendarSheet *sheet = get_sheet (view);
  g_autoptr(GArray) runs = koyomi_run_selection_list (koyomi_calendar_sheet_get_selection (sheet));

  if (runs->len > 0)
    koyomi_assign_dialog_present (GTK_WINDOW (gtk_widget_get_root (view)), koyomi_calendar_sheet_get_workspace (sheet), runs);
}

static void
select_all_action (GtkWidget  *view,
                   const char *name,
                   GVariant   *parameter)
{
  KoyomiCalendarSheet *sheet = get_sheet (view);
  KoyomiRunSelection *selection = koyomi_calendar_sheet_get_selection (sheet);
  g_autoptr(GArray) runs = g_array_new (FALSE, FALSE, sizeof (gint64));

  koyomi_calendar_sheet_fill_all (sheet);
  for (guint i = 0; i < koyomi_calendar_sheet_get_n_lines (sheet); i++)
    {
      const KoyomiSheetLine *line = koyomi_calendar_sheet_get_line (sheet, i);

      for (guint j = 0; line->kind == KOYOMI_SHEET_FUNCTION && j < line->row->bars->len; j++)
        g_array_append_val (runs, g_array_index (line->row->bars, KoyomiBar, j).occurrence_id);
    }

  koyomi_run_selection_set (selection, (const gint64 *) runs->data, runs->len, koyomi_run_selection_get_focus (selection));
}

static void
clear_selection_action (GtkWidget  *view,
                        const char *name,
                        GVariant   *parameter)
{
  koyomi_run_selection_clear (koyomi_calendar_sheet_get_selection (get_sheet (view)));
}

static const struct
{
  const char                  *name;
  GtkWidgetActionActivateFunc  activate;
  gboolean                     edits;
} actions[] = {
  { "calendar.mark-done", mark_done_action, TRUE },
  { "calendar.begin", begin_action, TRUE },
  { "calendar.mark-planned", mark_planned_action, TRUE },
  { "calendar.toggle-done", toggle_done_action, TRUE },
  { "calendar.move-earlier", move_earlier_action, TRUE },
  { "calendar.move-later", move_later_action, TRUE },
  { "calendar.shorten", shorten_action, TRUE },
  { "calendar.lengthen", lengthen_action, TRUE },
  { "calendar.start-earlier", start_earlier_action, TRUE },
  { "calendar.start-later", start_later_action, TRUE },
  { "calendar.duplicate", duplicate_action, TRUE },
  { "calendar.assign", assign_action, TRUE },
  { "calendar.delete", delete_action, TRUE },
  { "calendar.select-all", select_all_action, FALSE },
  { "calendar.clear-selection", clear_selection_action, FALSE },
};

static void
update_actions (GtkWidget *view)
{
  KoyomiCalendarSheet *sheet = get_sheet (view);
  gboolean enabled = koyomi_calendar_sheet_can_edit (sheet) &&
    koyomi_run_selection_count (koyomi_calendar_sheet_get_selection (sheet)) > 0;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].edits)
      gtk_widget_action_set_enabled (view, actions[i].name, enabled);
}

void
koyomi_calendar_commands_install (GtkWidgetClass *view_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (view_class, actions[i].name, NULL, actions[i].activate);
}

/* Gives the rows the keys of what is done to runs. They are the rows' alone: in an entry they mean something else. */
void
koyomi_calendar_commands_bind_keys (GtkWidgetClass *rows_class)
{
  static const struct
  {
    guint            key;
    GdkModifierType  modifiers;
    const char      *action;
  } keys[] = {
    { GDK_KEY_space, 0, "calendar.toggle-done" },
    { GDK_KEY_F2, 0, "calendar.open-run" },
    { GDK_KEY_Delete, 0, "calendar.delete" },
    { GDK_KEY_KP_Delete, 0, "calendar.delete" },
    { GDK_KEY_Escape, 0, "calendar.clear-selection" },
    { GDK_KEY_a, GDK_CONTROL_MASK, "calendar.select-all" },
    { GDK_KEY_d, GDK_CONTROL_MASK, "calendar.duplicate" },
    { GDK_KEY_Left, GDK_ALT_MASK, "calendar.move-earlier" },
    { GDK_KEY_Right, GDK_ALT_MASK, "calendar.move-later" },
    { GDK_KEY_Left, GDK_ALT_MASK | GDK_SHIFT_MASK, "calendar.shorten" },
    { GDK_KEY_Right, GDK_ALT_MASK | GDK_SHIFT_MASK, "calendar.lengthen" },
    { GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "calendar.start-earlier" },
    { GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "calendar.start-later" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (rows_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
  for (int zoom = 0; zoom < KOYOMI_N_ZOOMS; zoom++)
    gtk_widget_class_add_binding_action (rows_class, GDK_KEY_1 + zoom, 0, "calendar.set-zoom", "i", zoom);
}

/* Has the actions of @view, whose class has them installed, act on what is chosen in @sheet. */
void
koyomi_calendar_commands_attach (GtkWidget           *view,
                                 KoyomiCalendarSheet *sheet)
{
  g_object_set_data_full (G_OBJECT (view), SHEET_KEY, g_object_ref (sheet), g_object_unref);
  g_signal_connect_object (koyomi_calendar_sheet_get_selection (sheet), "changed", G_CALLBACK (update_actions), view,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet, "lines", G_CALLBACK (update_actions), view, G_CONNECT_SWAPPED);
  update_actions (view);
}
