#include "koyomi-committees-dialog.h"

#include "koyomi-committee-page.h"
#include "koyomi-day.h"
#include "koyomi-next-meeting.h"
#include "koyomi-record-edit.h"
#include "koyomi-row-order.h"

#define NEW_RULE "every=month weekday=3thu holiday=after"

/* The row at a place shows whatever committee stands there. */
typedef struct
{
  GtkWidget *row;
  GtkWidget *name;
  GtkWidget *rule;
  GtkWidget *next;
} Line;

struct _KoyomiCommitteesDialog
{
  KoyomiPlanWindow     parent_instance;

  GtkListBox          *list;
  GtkWidget           *add_button;
  GtkWidget           *first_button;    /* adds one, where there is none yet */
  GtkWidget           *up_button;
  GtkWidget           *down_button;
  GtkWidget           *remove_button;
  GtkStack            *stack;

  KoyomiCommitteePage *page;
  GPtrArray           *committees;      /* (element-type KoyomiRecord), as the rows show them */
  GPtrArray           *lines;           /* (element-type Line) */
  gint64               selected;        /* the committee that is shown; 0 for none */
  gboolean             is_refreshing;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiCommitteesDialog, list),
  KOYOMI_UI_CHILD (KoyomiCommitteesDialog, add_button),
  KOYOMI_UI_CHILD (KoyomiCommitteesDialog, first_button),
  KOYOMI_UI_CHILD (KoyomiCommitteesDialog, up_button),
  KOYOMI_UI_CHILD (KoyomiCommitteesDialog, down_button),
  KOYOMI_UI_CHILD (KoyomiCommitteesDialog, remove_button),
  KOYOMI_UI_CHILD (KoyomiCommitteesDialog, stack),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiCommitteesDialog, koyomi_committees_dialog, KOYOMI_TYPE_PLAN_WINDOW)

static KoyomiSession *
get_session (KoyomiCommitteesDialog *self)
{
  return koyomi_plan_window_get_session (KOYOMI_PLAN_WINDOW (self));
}

static KoyomiLanguage
get_language (KoyomiCommitteesDialog *self)
{
  return koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self));
}

/* Returns: the place of the committee that is shown; -1 when there is none */
static int
find_selected (KoyomiCommitteesDialog *self)
{
  for (guint i = 0; i < self->committees->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (self->committees, i)) == self->selected)
      return i;

  return -1;
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
add_line (KoyomiCommitteesDialog *self)
{
  Line *line = g_new0 (Line, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  line->row = gtk_list_box_row_new ();
  line->name = add_label (box, "heading");
  line->rule = add_label (box, "caption");
  gtk_widget_add_css_class (line->rule, "dim-label");
  line->next = add_label (box, "caption");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line->row), box);
  gtk_list_box_append (self->list, line->row);
  g_ptr_array_add (self->lines, line);
}

/* Returns: (nullable): the committee's next meeting, such as “In 12 days, 2026-09-10” */
static char *
describe_next (KoyomiCommitteesDialog *self,
               GPtrArray              *meetings,
               gint64                  committee)
{
  for (guint i = 0; i < meetings->len; i++)
    {
      const KoyomiNextMeeting *meeting = g_ptr_array_index (meetings, i);
      g_autofree char *day = koyomi_day_format (meeting->day);

      if (meeting->committee_id != committee)
        continue;

      if (meeting->days_left == 0)
        return g_strdup_printf (koyomi_tr (get_language (self), N_("Today, %s")), day);

      return g_strdup_printf (koyomi_ntr (get_language (self), "In %d day, %s", "In %d days, %s", meeting->days_left),
                              meeting->days_left, day);
    }

  return NULL;
}

static void
show_line (KoyomiCommitteesDialog *self,
           Line                   *line,
           KoyomiRecord           *committee,
           GPtrArray              *meetings)
{
  g_autofree char *rule = koyomi_committee_describe_rule (committee, get_language (self));
  g_autofree char *next = describe_next (self, meetings, koyomi_record_get_id (committee));

  gtk_label_set_label (GTK_LABEL (line->name), koyomi_record_get_title (committee));
  gtk_label_set_label (GTK_LABEL (line->rule), rule);
  gtk_label_set_label (GTK_LABEL (line->next), next != NULL ? next : "");
  gtk_widget_set_visible (line->next, next != NULL);
}

static gboolean
show_selected (KoyomiCommitteesDialog  *self,
               GError                 **error)
{
  gboolean can_edit = koyomi_workspace_can_edit (koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)));
  int place = find_selected (self);

  gtk_widget_set_sensitive (self->up_button, can_edit && place > 0);
  gtk_widget_set_sensitive (self->down_button, can_edit && place >= 0 && place + 1 < (int) self->committees->len);
  gtk_widget_set_sensitive (self->remove_button, can_edit && place >= 0);
  gtk_stack_set_visible_child_name (self->stack, place >= 0 ? "committee" : "none");

  return place < 0 || koyomi_committee_page_show (self->page, g_ptr_array_index (self->committees, place), error);
}

static void
row_selected_cb (KoyomiCommitteesDialog *self,
                 GtkListBoxRow          *row)
{
  g_autoptr(GError) error = NULL;

  if (self->is_refreshing || row == NULL)
    return;

  koyomi_workspace_flush (koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)));
  self->selected = koyomi_record_get_id (g_ptr_array_index (self->committees, gtk_list_box_row_get_index (row)));
  if (!show_selected (self, &error))
    koyomi_plan_window_fail (KOYOMI_PLAN_WINDOW (self), koyomi_tr (get_language (self), N_("The plan could not be read")), error);
}

static void
show_lines (KoyomiCommitteesDialog *self,
            GPtrArray              *meetings)
{
  for (guint i = 0; i < self->committees->len; i++)
    {
      if (i == self->lines->len)
        add_line (self);
      show_line (self, g_ptr_array_index (self->lines, i), g_ptr_array_index (self->committees, i), meetings);
    }

  while (self->lines->len > self->committees->len)
    {
      Line *line = g_ptr_array_index (self->lines, self->lines->len - 1);

      gtk_list_box_remove (self->list, line->row);
      g_ptr_array_set_size (self->lines, self->lines->len - 1);
    }
}

static gboolean
koyomi_committees_dialog_refresh (KoyomiPlanWindow  *window,
                                  GError           **error)
{
  KoyomiCommitteesDialog *self = KOYOMI_COMMITTEES_DIALOG (window);
  g_autoptr(GPtrArray) meetings = koyomi_session_list_next_meetings (get_session (self), G_MAXUINT, get_language (self), error);
  GPtrArray *committees;

  if (meetings == NULL ||
      (committees = koyomi_session_list (get_session (self), KOYOMI_TABLE_COMMITTEE, 0, 0, get_language (self), error)) == NULL)
    return FALSE;

  g_ptr_array_unref (self->committees);
  self->committees = committees;
  if (find_selected (self) < 0)
    self->selected = committees->len > 0 ? koyomi_record_get_id (g_ptr_array_index (committees, 0)) : 0;

  self->is_refreshing = TRUE;
  show_lines (self, meetings);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, find_selected (self)));
  self->is_refreshing = FALSE;

  return show_selected (self, error);
}

static gboolean
focus_name_cb (gpointer data)
{
  koyomi_committee_page_focus_name (KOYOMI_COMMITTEES_DIALOG (data)->page);

  return G_SOURCE_REMOVE;
}

static void
add_cb (KoyomiCommitteesDialog *self)
{
  g_autoptr(KoyomiRecord) committee = koyomi_record_new (KOYOMI_TABLE_COMMITTEE);
  g_autoptr(GError) error = NULL;
  int position = koyomi_session_find_last_position (get_session (self), KOYOMI_TABLE_COMMITTEE, 0, 0, &error);
  gint64 id = 0;

  koyomi_record_set_text (committee, KOYOMI_COMMITTEE_NAME, koyomi_tr (get_language (self), N_("New committee")));
  koyomi_record_set_text (committee, KOYOMI_COMMITTEE_RULE, NEW_RULE);
  koyomi_record_set_int (committee, KOYOMI_COMMITTEE_POSITION, position + 1);
  if (position >= 0)
    id = koyomi_session_add (get_session (self), committee, get_language (self), &error);

  if (id == 0)
    {
      koyomi_plan_window_fail (KOYOMI_PLAN_WINDOW (self), koyomi_tr (get_language (self), N_("The committee was not added")), error);
      return;
    }

  /* After the plan's change has been shown, which would leave nothing of the name selected. */
  self->selected = id;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_name_cb, g_object_ref (self), g_object_unref);
}

static void
move (KoyomiCommitteesDialog *self,
      int                     step)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;
  int place = find_selected (self);
  int target = place + step;

  if (place < 0 || target < 0 || target >= (int) self->committees->len)
    return;

  for (guint i = 0; i < self->committees->len; i++)
    {
      gint64 id = koyomi_record_get_id (g_ptr_array_index (self->committees, i));

      g_array_append_val (ids, id);
    }
  g_array_index (ids, gint64, place) = g_array_index (ids, gint64, target);
  g_array_index (ids, gint64, target) = self->selected;

  label = g_strdup_printf (koyomi_tr (get_language (self), N_("Move “%s” in its list")),
                           koyomi_record_get_title (g_ptr_array_index (self->committees, place)));
  if (!koyomi_session_reorder (get_session (self), KOYOMI_TABLE_COMMITTEE, (gint64 *) ids->data, ids->len, label, &error))
    koyomi_plan_window_fail (KOYOMI_PLAN_WINDOW (self), koyomi_tr (get_language (self), N_("The committee was not moved")), error);
}

static void
up_cb (KoyomiCommitteesDialog *self)
{
  move (self, -1);
}

static void
down_cb (KoyomiCommitteesDialog *self)
{
  move (self, 1);
}

static void
remove_answered_cb (KoyomiCommitteesDialog *self,
                    const char             *response)
{
  g_autoptr(GError) error = NULL;

  if (g_strcmp0 (response, "remove") == 0 &&
      !koyomi_session_remove (get_session (self), KOYOMI_TABLE_COMMITTEE, self->selected, get_language (self), &error))
    koyomi_plan_window_fail (KOYOMI_PLAN_WINDOW (self), koyomi_tr (get_language (self), N_("The committee was not removed")), error);
}

/* Its meetings go with it, which a person might not expect. */
static void
remove_cb (KoyomiCommitteesDialog *self)
{
  KoyomiLanguage language = get_language (self);
  KoyomiRecord *committee = g_ptr_array_index (self->committees, find_selected (self));
  /* Translators: %s is the name of a committee */
  g_autofree char *title = g_strdup_printf (koyomi_tr (language, N_("Remove “%s”?")), koyomi_record_get_title (committee));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), title,
                                              koyomi_tr (language, N_("Its meetings, agendas and minutes go with it. "
                                                                      "You can undo this.")));

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", koyomi_tr (language, N_("_Cancel")));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "remove", koyomi_tr (language, N_("_Remove")));
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (remove_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
koyomi_committees_dialog_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);

  G_OBJECT_CLASS (koyomi_committees_dialog_parent_class)->dispose (object);
}

static void
koyomi_committees_dialog_finalize (GObject *object)
{
  KoyomiCommitteesDialog *self = KOYOMI_COMMITTEES_DIALOG (object);

  g_ptr_array_unref (self->committees);
  g_ptr_array_unref (self->lines);

  G_OBJECT_CLASS (koyomi_committees_dialog_parent_class)->finalize (object);
}

static void
koyomi_committees_dialog_class_init (KoyomiCommitteesDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_committees_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_committees_dialog_finalize;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_committees_dialog_refresh;
}

static void
koyomi_committees_dialog_init (KoyomiCommitteesDialog *self)
{
  self->committees = g_ptr_array_new ();
  self->lines = g_ptr_array_new_with_free_func (g_free);
}

void
koyomi_committees_dialog_present (GtkWindow       *parent,
                                  KoyomiWorkspace *workspace)
{
  KoyomiCommitteesDialog *self = g_object_new (KOYOMI_TYPE_COMMITTEES_DIALOG, NULL);

  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-committees-dialog", children);
  self->page = KOYOMI_COMMITTEE_PAGE (koyomi_committee_page_new (workspace));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->page), "committee");

  gtk_widget_set_sensitive (self->add_button, koyomi_workspace_can_edit (workspace));
  gtk_widget_set_sensitive (self->first_button, koyomi_workspace_can_edit (workspace));
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->first_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->up_button, "clicked", G_CALLBACK (up_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->down_button, "clicked", G_CALLBACK (down_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), GTK_WIDGET (self->list));
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
}
