#include "koyomi-teams-window.h"

#include "koyomi-assignment.h"
#include "koyomi-day.h"
#include "koyomi-letters-window.h"
#include "koyomi-record-edit.h"
#include "koyomi-references.h"
#include "koyomi-retire-dialog.h"
#include "koyomi-row-order.h"
#include "koyomi-team-card.h"
#include "koyomi-team-page.h"

/* The row at a place shows whatever team stands there. */
typedef struct
{
  KoyomiTeamsWindow *window;
  GtkWidget         *row;
  GtkWidget         *name;
  GtkWidget         *details;
} Line;

struct _KoyomiTeamsWindow
{
  KoyomiPlanWindow  parent_instance;

  GtkListBox       *list;
  GtkWidget        *add_button;
  GtkWidget        *first_button;     /* adds one, where there is none yet */
  GtkWidget        *up_button;
  GtkWidget        *down_button;
  GtkWidget        *remove_button;
  GtkWidget        *card_button;
  GtkWidget        *retire_button;
  GtkWidget        *letters_button;
  GtkStack         *stack;

  KoyomiTeamPage   *page;
  GPtrArray        *teams;            /* (element-type KoyomiRecord), as the rows show them */
  GPtrArray        *lines;            /* (element-type Line) */
  gint64            selected;         /* the team that is shown; 0 for none */
  gboolean          is_refreshing;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiTeamsWindow, list),
  KOYOMI_UI_CHILD (KoyomiTeamsWindow, add_button),
  KOYOMI_UI_CHILD (KoyomiTeamsWindow, first_button),
  KOYOMI_UI_CHILD (KoyomiTeamsWindow, up_button),
  KOYOMI_UI_CHILD (KoyomiTeamsWindow, down_button),
  KOYOMI_UI_CHILD (KoyomiTeamsWindow, remove_button),
  KOYOMI_UI_CHILD (KoyomiTeamsWindow, card_button),
  KOYOMI_UI_CHILD (KoyomiTeamsWindow, retire_button),
  KOYOMI_UI_CHILD (KoyomiTeamsWindow, letters_button),
  KOYOMI_UI_CHILD (KoyomiTeamsWindow, stack),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiTeamsWindow, koyomi_teams_window, KOYOMI_TYPE_PLAN_WINDOW)

static KoyomiSession *
get_session (KoyomiTeamsWindow *self)
{
  return koyomi_plan_window_get_session (KOYOMI_PLAN_WINDOW (self));
}

static KoyomiLanguage
get_language (KoyomiTeamsWindow *self)
{
  return koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self));
}

static gboolean
can_edit (KoyomiTeamsWindow *self)
{
  return koyomi_workspace_can_edit (koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)));
}

static void
fail (KoyomiTeamsWindow *self,
      const char        *title,
      const GError      *error)
{
  koyomi_plan_window_fail (KOYOMI_PLAN_WINDOW (self), koyomi_tr (get_language (self), title), error);
}

static KoyomiRecord *
get_team (KoyomiTeamsWindow *self,
          guint              index)
{
  return g_ptr_array_index (self->teams, index);
}

/* Returns: the place of the team that is shown; -1 when there is none */
static int
find_selected (KoyomiTeamsWindow *self)
{
  for (guint i = 0; i < self->teams->len; i++)
    if (koyomi_record_get_id (get_team (self, i)) == self->selected)
      return i;

  return -1;
}

/* Puts the team from one place at another. */
static void
move (KoyomiTeamsWindow *self,
      int                place,
      int                target)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;
  gint64 moved;

  if (!can_edit (self) || place < 0 || target < 0 || target >= (int) self->teams->len || place == target)
    return;

  for (guint i = 0; i < self->teams->len; i++)
    {
      gint64 id = koyomi_record_get_id (get_team (self, i));

      g_array_append_val (ids, id);
    }
  moved = g_array_index (ids, gint64, place);
  g_array_remove_index (ids, place);
  g_array_insert_val (ids, target, moved);

  label = g_strdup_printf (koyomi_tr (get_language (self), N_("Move “%s” in its list")), koyomi_record_get_title (get_team (self, place)));
  if (!koyomi_session_reorder (get_session (self), KOYOMI_TABLE_TEAM, (gint64 *) ids->data, ids->len, label, &error))
    fail (self, N_("The team was not moved"), error);
}

static void
up_cb (KoyomiTeamsWindow *self)
{
  move (self, find_selected (self), find_selected (self) - 1);
}

static void
down_cb (KoyomiTeamsWindow *self)
{
  move (self, find_selected (self), find_selected (self) + 1);
}

static void
focus_selected (KoyomiTeamsWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, find_selected (self));

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Out of the list at once, not from team to team. */
static gboolean
leave_list (KoyomiTeamsWindow *self,
            guint              key)
{
  if (key == GDK_KEY_ISO_Left_Tab)
    return gtk_widget_grab_focus (self->letters_button);

  return key == GDK_KEY_Tab && gtk_widget_grab_focus (can_edit (self) ? self->add_button : GTK_WIDGET (self->page));
}

static gboolean
key_pressed_cb (KoyomiTeamsWindow *self,
                guint              key,
                guint              code,
                GdkModifierType    state)
{
  if (leave_list (self, key))
    return GDK_EVENT_STOP;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != GDK_ALT_MASK || (key != GDK_KEY_Up && key != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;

  move (self, find_selected (self), find_selected (self) + (key == GDK_KEY_Up ? -1 : 1));
  focus_selected (self);

  return GDK_EVENT_STOP;
}

static GdkContentProvider *
drag_prepare_cb (Line *line)
{
  if (!can_edit (line->window))
    return NULL;

  return gdk_content_provider_new_typed (G_TYPE_INT, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (line->row)));
}

static gboolean
dropped_cb (Line         *line,
            const GValue *value)
{
  move (line->window, g_value_get_int (value), gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (line->row)));

  return TRUE;
}

static void
accept_drags (Line *line)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (drag_prepare_cb), line);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), line);
  gtk_widget_add_controller (line->row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (line->row, GTK_EVENT_CONTROLLER (target));
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
add_line (KoyomiTeamsWindow *self)
{
  Line *line = g_new0 (Line, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  line->window = self;
  line->row = gtk_list_box_row_new ();
  line->name = add_label (box, "heading");
  line->details = add_label (box, "caption");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line->row), box);
  accept_drags (line);
  gtk_list_box_append (self->list, line->row);
  g_ptr_array_add (self->lines, line);
}

/* Such as “Outsourced · until 2026-03-31”. */
static char *
describe (KoyomiTeamsWindow *self,
          KoyomiRecord      *team)
{
  KoyomiLanguage language = get_language (self);
  g_autofree char *kind = koyomi_record_format (team, KOYOMI_TEAM_KIND, language);
  guint32 today = koyomi_day_today ();
  guint32 first = koyomi_record_get_day (team, KOYOMI_TEAM_ACTIVE_FROM);
  guint32 last = koyomi_record_get_day (team, KOYOMI_TEAM_ACTIVE_TO);
  g_autofree char *day = NULL;
  g_autofree char *when = NULL;

  if (first > today)
    {
      day = koyomi_day_format (first);
      when = g_strdup_printf (koyomi_tr (language, N_("from %s")), day);
    }
  else if (last != KOYOMI_DAY_NONE)
    {
      day = koyomi_day_format (last);
      /* Translators: %s is the last day of a team */
      when = g_strdup_printf (koyomi_tr (language, last < today ? N_("retired after %s") : N_("until %s")), day);
    }

  return when != NULL ? g_strdup_printf ("%s  ·  %s", kind, when) : g_steal_pointer (&kind);
}

static void
show_line (KoyomiTeamsWindow *self,
           Line              *line,
           KoyomiRecord      *team)
{
  g_autofree char *details = describe (self, team);

  gtk_label_set_label (GTK_LABEL (line->name), koyomi_record_get_title (team));
  gtk_label_set_label (GTK_LABEL (line->details), details);
  if (koyomi_team_is_active_on (team, koyomi_day_today ()))
    gtk_widget_remove_css_class (line->name, "dim-label");
  else
    gtk_widget_add_css_class (line->name, "dim-label");
}

static void
show_lines (KoyomiTeamsWindow *self)
{
  for (guint i = 0; i < self->teams->len; i++)
    {
      if (i == self->lines->len)
        add_line (self);
      show_line (self, g_ptr_array_index (self->lines, i), get_team (self, i));
    }

  while (self->lines->len > self->teams->len)
    {
      Line *line = g_ptr_array_index (self->lines, self->lines->len - 1);

      gtk_list_box_remove (self->list, line->row);
      g_ptr_array_set_size (self->lines, self->lines->len - 1);
    }
}

static gboolean
show_selected (KoyomiTeamsWindow  *self,
               GError            **error)
{
  int place = find_selected (self);
  gboolean is_editable = can_edit (self) && place >= 0;

  gtk_widget_set_sensitive (self->up_button, is_editable && place > 0);
  gtk_widget_set_sensitive (self->down_button, is_editable && place + 1 < (int) self->teams->len);
  gtk_widget_set_sensitive (self->remove_button, is_editable);
  gtk_widget_set_sensitive (self->card_button, place >= 0);
  gtk_widget_set_sensitive (self->retire_button, is_editable);
  gtk_stack_set_visible_child_name (self->stack, place >= 0 ? "team" : "none");

  return place < 0 || koyomi_team_page_show (self->page, get_team (self, place), error);
}

static void
row_selected_cb (KoyomiTeamsWindow *self,
                 GtkListBoxRow     *row)
{
  g_autoptr(GError) error = NULL;

  if (self->is_refreshing || row == NULL)
    return;

  koyomi_workspace_flush (koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)));
  self->selected = koyomi_record_get_id (get_team (self, gtk_list_box_row_get_index (row)));
  if (!show_selected (self, &error))
    fail (self, N_("The plan could not be read"), error);
}

static gboolean
koyomi_teams_window_refresh (KoyomiPlanWindow  *window,
                             GError           **error)
{
  KoyomiTeamsWindow *self = KOYOMI_TEAMS_WINDOW (window);
  GPtrArray *teams = koyomi_session_list (get_session (self), KOYOMI_TABLE_TEAM, 0, 0, get_language (self), error);

  if (teams == NULL)
    return FALSE;

  g_ptr_array_unref (self->teams);
  self->teams = teams;
  if (find_selected (self) < 0)
    self->selected = teams->len > 0 ? koyomi_record_get_id (get_team (self, 0)) : 0;

  self->is_refreshing = TRUE;
  show_lines (self);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, find_selected (self)));
  self->is_refreshing = FALSE;

  return show_selected (self, error);
}

static gboolean
focus_name_cb (gpointer data)
{
  KoyomiTeamsWindow *self = KOYOMI_TEAMS_WINDOW (data);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    koyomi_team_page_focus_name (self->page);

  return G_SOURCE_REMOVE;
}

static void
add_cb (KoyomiTeamsWindow *self)
{
  g_autoptr(KoyomiRecord) team = koyomi_record_new (KOYOMI_TABLE_TEAM);
  g_autoptr(GError) error = NULL;
  int position = koyomi_session_find_last_position (get_session (self), KOYOMI_TABLE_TEAM, 0, 0, &error);
  gint64 id = 0;

  koyomi_workspace_flush (koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)));
  koyomi_record_set_text (team, KOYOMI_TEAM_NAME, koyomi_tr (get_language (self), N_("New team")));
  koyomi_record_set_int (team, KOYOMI_TEAM_POSITION, position + 1);
  if (position >= 0)
    id = koyomi_session_add (get_session (self), team, get_language (self), &error);

  if (id == 0)
    {
      fail (self, N_("The team was not added"), error);
      return;
    }

  /* After the plan's change has been shown, which would leave nothing of the name selected. */
  self->selected = id;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_name_cb, g_object_ref (self), g_object_unref);
}

static void
retire_cb (KoyomiTeamsWindow *self)
{
  KoyomiWorkspace *workspace = koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self));

  koyomi_workspace_flush (workspace);
  koyomi_retire_dialog_present (GTK_WINDOW (self), workspace, self->selected);
}

static void
card_cb (KoyomiTeamsWindow *self)
{
  KoyomiWorkspace *workspace = koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self));

  koyomi_workspace_flush (workspace);
  koyomi_team_card_present (GTK_WINDOW (self), workspace, self->selected);
}

static void
refused_cb (KoyomiTeamsWindow *self,
            const char        *response)
{
  if (g_strcmp0 (response, "retire") == 0)
    retire_cb (self);
}

/* Says what still needs the team, and what to do instead. */
static void
refuse_removal (KoyomiTeamsWindow *self,
                GArray            *referring)
{
  KoyomiLanguage language = get_language (self);
  g_autofree char *list = koyomi_referring_describe (referring, language);
  /* Translators: %s is a team */
  g_autofree char *title = g_strdup_printf (koyomi_tr (language, N_("“%s” is still needed")),
                                            koyomi_record_get_title (get_team (self, find_selected (self))));
  g_autofree char *body = g_strdup_printf ("%s\n\n%s", list,
                                           koyomi_tr (language, N_("Only a team that nothing refers to can be removed. "
                                                                   "Retire it instead: its past stays.")));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), title, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", koyomi_tr (language, N_("_Close")),
                                    "retire", koyomi_tr (language, N_("_Retire…")), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
remove_cb (KoyomiTeamsWindow *self)
{
  g_autoptr(GArray) referring = NULL;
  g_autoptr(GError) error = NULL;

  koyomi_workspace_flush (koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)));
  referring = koyomi_session_list_referring (get_session (self), KOYOMI_TABLE_TEAM, self->selected, &error);
  if (referring != NULL && referring->len > 0)
    refuse_removal (self, referring);
  else if (referring == NULL ||
           !koyomi_session_remove (get_session (self), KOYOMI_TABLE_TEAM, self->selected, get_language (self), &error))
    fail (self, N_("The team was not removed"), error);
}

static void
letters_cb (KoyomiTeamsWindow *self)
{
  koyomi_letters_window_present (GTK_WINDOW (self), koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)));
}

static void
koyomi_teams_window_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);

  G_OBJECT_CLASS (koyomi_teams_window_parent_class)->dispose (object);
}

static void
koyomi_teams_window_finalize (GObject *object)
{
  KoyomiTeamsWindow *self = KOYOMI_TEAMS_WINDOW (object);

  g_ptr_array_unref (self->teams);
  g_ptr_array_unref (self->lines);

  G_OBJECT_CLASS (koyomi_teams_window_parent_class)->finalize (object);
}

static void
koyomi_teams_window_class_init (KoyomiTeamsWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_teams_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_teams_window_finalize;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_teams_window_refresh;
}

static void
koyomi_teams_window_init (KoyomiTeamsWindow *self)
{
  self->teams = g_ptr_array_new ();
  self->lines = g_ptr_array_new_with_free_func (g_free);
}

static void
connect (KoyomiTeamsWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);

  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->first_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->up_button, "clicked", G_CALLBACK (up_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->down_button, "clicked", G_CALLBACK (down_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->card_button, "clicked", G_CALLBACK (card_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->retire_button, "clicked", G_CALLBACK (retire_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->letters_button, "clicked", G_CALLBACK (letters_cb), self, G_CONNECT_SWAPPED);
}

/* @team: the one to show; 0 for the first */
void
koyomi_teams_window_present (GtkWindow       *parent,
                             KoyomiWorkspace *workspace,
                             gint64           team)
{
  g_autoptr(KoyomiTeamsWindow) self = g_object_ref (g_object_new (KOYOMI_TYPE_TEAMS_WINDOW, NULL));

  self->selected = team;
  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-matrix-teams-window", children);
  self->page = KOYOMI_TEAM_PAGE (koyomi_team_page_new (workspace));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->page), "team");

  gtk_widget_set_sensitive (self->add_button, koyomi_workspace_can_edit (workspace));
  gtk_widget_set_sensitive (self->first_button, koyomi_workspace_can_edit (workspace));
  connect (self);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), GTK_WIDGET (self->list));
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));

  /* There is no row to have the focus before the window shows the teams. */
  if (self->list != NULL)
    focus_selected (self);
}
