#include "koyomi-team-rows.h"

#include "koyomi-day.h"
#include "koyomi-record-edit.h"
#include "koyomi-record-window.h"
#include "koyomi-row-order.h"
#include "koyomi-rule.h"

#include <adwaita.h>

/* The row at a place shows whatever stands there. */
typedef struct
{
  KoyomiTeamRows *list;
  gint64          id;
  GtkWidget      *row;
  GtkWidget      *mark;     /* of a contract */
  GtkWidget      *up;       /* of a person */
  GtkWidget      *down;
  GtkWidget      *remove;
} Line;

struct _KoyomiTeamRows
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  KoyomiTableId    table;           /* of people or of contracts */
  gint64           team;
  GtkWidget       *box;             /* the list box */
  GtkWidget       *none;            /* its row while there is nothing */
  GtkWidget       *add_button;
  GPtrArray       *rows;            /* (element-type KoyomiRecord), as the lines show them */
  GPtrArray       *lines;           /* (element-type Line) */
};

G_DEFINE_FINAL_TYPE (KoyomiTeamRows, koyomi_team_rows, GTK_TYPE_WIDGET)

static void
koyomi_team_rows_dispose (GObject *object)
{
  KoyomiTeamRows *self = KOYOMI_TEAM_ROWS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_team_rows_parent_class)->dispose (object);
}

static void
koyomi_team_rows_class_init (KoyomiTeamRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_team_rows_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
koyomi_team_rows_init (KoyomiTeamRows *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->rows = g_ptr_array_new ();
  self->lines = g_ptr_array_new_with_free_func (g_free);
}

static gboolean
is_of_people (KoyomiTeamRows *self)
{
  return self->table == KOYOMI_TABLE_PERSON;
}

static void
fail (KoyomiTeamRows *self,
      const char     *title,
      const GError   *error)
{
  koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, title), error);
}

static void
present (KoyomiTeamRows *self,
         gint64          id,
         gboolean        is_new)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  if (is_of_people (self))
    koyomi_record_window_present_person (window, self->workspace, id, is_new);
  else
    koyomi_record_window_present_contract (window, self->workspace, id, is_new);
}

static KoyomiRecord *
make_person (KoyomiTeamRows  *self,
             GError         **error)
{
  int position = koyomi_session_find_last_position (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_PERSON,
                                                    KOYOMI_PERSON_TEAM, self->team, error);
  KoyomiRecord *person;

  if (position < 0)
    return NULL;

  person = koyomi_record_new (KOYOMI_TABLE_PERSON);
  koyomi_record_set_int (person, KOYOMI_PERSON_TEAM, self->team);
  koyomi_record_set_text (person, KOYOMI_PERSON_NAME, koyomi_workspace_tr (self->workspace, N_("New person")));
  koyomi_record_set_int (person, KOYOMI_PERSON_POSITION, position + 1);

  return person;
}

static KoyomiRecord *
make_contract (KoyomiTeamRows *self)
{
  KoyomiRecord *contract = koyomi_record_new (KOYOMI_TABLE_CONTRACT);

  koyomi_record_set_int (contract, KOYOMI_CONTRACT_TEAM, self->team);
  koyomi_record_set_text (contract, KOYOMI_CONTRACT_TITLE, koyomi_workspace_tr (self->workspace, N_("New contract")));
  koyomi_record_set_int (contract, KOYOMI_CONTRACT_FIRST_DAY, koyomi_day_today ());

  return contract;
}

static void
add_cb (KoyomiTeamRows *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiRecord) record = is_of_people (self) ? make_person (self, &error) : make_contract (self);
  gint64 id = 0;

  if (record != NULL)
    id = koyomi_session_add (koyomi_workspace_get_session (self->workspace), record,
                             koyomi_workspace_get_language (self->workspace), &error);

  if (id != 0)
    present (self, id, TRUE);
  else
    fail (self, is_of_people (self) ? N_("The person was not added") : N_("The contract was not added"), error);
}

static void
activated_cb (Line *line)
{
  present (line->list, line->id, FALSE);
}

static void
remove_cb (Line *line)
{
  KoyomiTeamRows *self = line->list;
  g_autoptr(GError) error = NULL;

  if (!koyomi_session_remove (koyomi_workspace_get_session (self->workspace), self->table, line->id,
                              koyomi_workspace_get_language (self->workspace), &error))
    fail (self, N_("Nothing was removed"), error);
  else
    gtk_widget_grab_focus (self->add_button);
}

/* Moves the person by @step places, and the focus along. */
static void
move (Line *line,
      int   step)
{
  KoyomiTeamRows *self = line->list;
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;
  guint index, target;

  g_ptr_array_find (self->lines, line, &index);
  target = index + step;
  if (target >= self->lines->len || !koyomi_workspace_can_edit (self->workspace))
    return;

  for (guint i = 0; i < self->lines->len; i++)
    g_array_append_val (ids, ((Line *) g_ptr_array_index (self->lines, i))->id);
  g_array_index (ids, gint64, index) = g_array_index (ids, gint64, target);
  g_array_index (ids, gint64, target) = line->id;

  label = g_strdup_printf (koyomi_workspace_tr (self->workspace, N_("Move “%s” in its list")),
                           koyomi_record_get_title (g_ptr_array_index (self->rows, index)));
  if (!koyomi_session_reorder (koyomi_workspace_get_session (self->workspace), self->table, (gint64 *) ids->data, ids->len, label,
                               &error))
    fail (self, N_("The person was not moved"), error);
  else
    gtk_widget_grab_focus (((Line *) g_ptr_array_index (self->lines, target))->row);
}

static void
up_cb (Line *line)
{
  move (line, -1);
}

static void
down_cb (Line *line)
{
  move (line, 1);
}

static gboolean
key_pressed_cb (Line            *line,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != GDK_ALT_MASK || (key != GDK_KEY_Up && key != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;

  move (line, key == GDK_KEY_Up ? -1 : 1);

  return GDK_EVENT_STOP;
}

static GtkWidget *
add_button (Line       *line,
            const char *icon,
            const char *text,
            void      (*clicked) (Line *))
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, text);
  gtk_widget_set_visible (button, koyomi_workspace_can_edit (line->list->workspace));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked), line);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line->row), button);

  return button;
}

static const char *
tell_remove (KoyomiTeamRows *self)
{
  return koyomi_workspace_tr (self->workspace, is_of_people (self) ? N_("Remove this person") : N_("Remove this contract"));
}

static void
add_order_buttons (Line *line)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  line->up = add_button (line, "go-up-symbolic", koyomi_workspace_tr (line->list->workspace, N_("Move up (Alt+Up)")), up_cb);
  line->down = add_button (line, "go-down-symbolic", koyomi_workspace_tr (line->list->workspace, N_("Move down (Alt+Down)")), down_cb);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), line);
  gtk_widget_add_controller (line->row, keys);
}

static void
add_line (KoyomiTeamRows *self)
{
  Line *line = g_new0 (Line, 1);

  line->list = self;
  line->row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line->row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line->row), TRUE);
  g_signal_connect_swapped (line->row, "activated", G_CALLBACK (activated_cb), line);

  line->mark = gtk_label_new (NULL);
  gtk_widget_set_valign (line->mark, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (line->mark, "caption-heading");
  adw_action_row_add_suffix (ADW_ACTION_ROW (line->row), line->mark);
  if (is_of_people (self))
    add_order_buttons (line);
  line->remove = add_button (line, "user-trash-symbolic", tell_remove (self), remove_cb);

  gtk_list_box_insert (GTK_LIST_BOX (self->box), line->row, self->lines->len);
  g_ptr_array_add (self->lines, line);
}

static void
drop_last_line (KoyomiTeamRows *self)
{
  Line *line = g_ptr_array_index (self->lines, self->lines->len - 1);

  gtk_list_box_remove (GTK_LIST_BOX (self->box), line->row);
  g_ptr_array_set_size (self->lines, self->lines->len - 1);
}

static void
append_part (GString    *text,
             const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "  ·  " : "", part);
}

/* The days that a contract runs from and to, such as “2026-04-01 – 2027-03-31”. */
static char *
format_term (KoyomiRecord   *contract,
             KoyomiLanguage  language)
{
  g_autofree char *first = koyomi_record_format (contract, KOYOMI_CONTRACT_FIRST_DAY, language);
  g_autofree char *last = koyomi_record_format (contract, KOYOMI_CONTRACT_LAST_DAY, language);

  return g_strdup_printf ("%s – %s", first, last);
}

static char *
describe (KoyomiTeamRows *self,
          KoyomiRecord   *record)
{
  GString *text = g_string_new (NULL);
  g_autofree char *term = NULL;

  if (is_of_people (self))
    {
      append_part (text, koyomi_record_get_text (record, KOYOMI_PERSON_ROLE));
      append_part (text, koyomi_record_get_text (record, KOYOMI_PERSON_CONTACT));
    }
  else
    {
      term = format_term (record, koyomi_workspace_get_language (self->workspace));
      append_part (text, term);
      append_part (text, koyomi_record_get_text (record, KOYOMI_CONTRACT_NUMBER));
      append_part (text, koyomi_record_get_text (record, KOYOMI_CONTRACT_PARTNER));
    }

  return g_string_free (text, FALSE);
}

/* Whether the contract has ended or soon will. */
static void
show_mark (KoyomiTeamRows *self,
           Line           *line,
           KoyomiRecord   *contract)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  guint32 last = koyomi_record_get_day (contract, KOYOMI_CONTRACT_LAST_DAY);
  guint32 today = koyomi_day_today ();
  gboolean has_ended = last != KOYOMI_DAY_NONE && last < today;
  gboolean is_ending = last != KOYOMI_DAY_NONE && !has_ended && last <= today + KOYOMI_RULE_CONTRACT_DAYS;
  g_autofree char *text = NULL;

  if (has_ended)
    text = g_strdup (koyomi_tr (language, N_("Ended")));
  else if (is_ending)
    text = g_strdup_printf (koyomi_ntr (language, "Ends in %u day", "Ends in %u days", last - today), last - today);
  gtk_label_set_label (GTK_LABEL (line->mark), text != NULL ? text : "");
  gtk_widget_remove_css_class (line->mark, has_ended ? "warning" : "error");
  gtk_widget_add_css_class (line->mark, has_ended ? "error" : "warning");
  gtk_widget_set_visible (line->mark, text != NULL);
}

static void
name_for_reader (GtkWidget  *widget,
                 const char *title)
{
  g_autofree char *text = NULL;

  if (widget == NULL)
    return;

  text = g_strdup_printf ("%s: %s", title, gtk_widget_get_tooltip_text (widget));
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_line (KoyomiTeamRows *self,
           guint           index)
{
  Line *line = g_ptr_array_index (self->lines, index);
  KoyomiRecord *record = g_ptr_array_index (self->rows, index);
  const char *title = koyomi_record_get_title (record);
  g_autofree char *details = describe (self, record);

  line->id = koyomi_record_get_id (record);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line->row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line->row), details);
  gtk_widget_set_visible (line->mark, FALSE);
  if (!is_of_people (self))
    show_mark (self, line, record);
  else
    {
      gtk_widget_set_sensitive (line->up, index > 0);
      gtk_widget_set_sensitive (line->down, index + 1 < self->rows->len);
    }
  name_for_reader (line->up, title);
  name_for_reader (line->down, title);
  name_for_reader (line->remove, title);
}

static GtkWidget *
make_head (KoyomiTeamRows *self,
           const char     *name)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (name);

  gtk_widget_add_css_class (label, "heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (head), label);

  self->add_button = gtk_button_new_with_label (koyomi_workspace_tr (self->workspace,
                                                                     is_of_people (self) ? N_("Add Person") : N_("Add Contract")));
  gtk_widget_set_visible (self->add_button, koyomi_workspace_can_edit (self->workspace));
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->add_button);

  return head;
}

/* @table: %KOYOMI_TABLE_PERSON or %KOYOMI_TABLE_CONTRACT */
GtkWidget *
koyomi_team_rows_new (KoyomiWorkspace *workspace,
                      KoyomiTableId    table)
{
  KoyomiTeamRows *self = g_object_new (KOYOMI_TYPE_TEAM_ROWS, NULL);
  const char *name = koyomi_workspace_tr (workspace, table == KOYOMI_TABLE_PERSON ? N_("People") : N_("Contracts"));

  self->workspace = g_object_ref (workspace);
  self->table = table;
  gtk_widget_set_parent (make_head (self, name), GTK_WIDGET (self));

  self->box = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->box), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->box, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->none = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->none), koyomi_workspace_tr (workspace, is_of_people (self)
                                                                                                  ? N_("Nobody yet")
                                                                                                  : N_("No contract")));
  gtk_widget_add_css_class (self->none, "dim-label");
  gtk_list_box_append (GTK_LIST_BOX (self->box), self->none);

  return GTK_WIDGET (self);
}

static int
compare_terms (gconstpointer a,
               gconstpointer b)
{
  guint32 first = koyomi_record_get_day (*(KoyomiRecord * const *) a, KOYOMI_CONTRACT_FIRST_DAY);
  guint32 second = koyomi_record_get_day (*(KoyomiRecord * const *) b, KOYOMI_CONTRACT_FIRST_DAY);

  return (first < second) - (first > second);
}

/* Shows what the team has; the latest contract first. */
gboolean
koyomi_team_rows_show (KoyomiTeamRows  *self,
                       gint64           team,
                       GError         **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (KOYOMI_IS_TEAM_ROWS (self), FALSE);

  rows = koyomi_session_list (koyomi_workspace_get_session (self->workspace), self->table,
                              is_of_people (self) ? KOYOMI_PERSON_TEAM : KOYOMI_CONTRACT_TEAM, team,
                              koyomi_workspace_get_language (self->workspace), error);
  if (rows == NULL)
    return FALSE;

  if (!is_of_people (self))
    g_ptr_array_sort (rows, compare_terms);
  self->team = team;
  g_ptr_array_unref (self->rows);
  self->rows = rows;

  while (self->lines->len > rows->len)
    drop_last_line (self);
  for (guint i = 0; i < rows->len; i++)
    {
      if (i == self->lines->len)
        add_line (self);
      show_line (self, i);
    }
  gtk_widget_set_visible (self->none, rows->len == 0);

  return TRUE;
}
