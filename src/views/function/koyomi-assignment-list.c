#include "koyomi-assignment-list.h"

#include "koyomi-cell-dialog.h"
#include "koyomi-day.h"
#include "koyomi-letters.h"
#include "koyomi-record-edit.h"
#include "koyomi-team-card.h"

#include <adwaita.h>

/* The row at a place shows whatever assignment stands there. */
typedef struct
{
  KoyomiAssignmentList *list;
  gint64                assignment;
  gint64                team;
  GtkWidget            *row;
  GtkWidget            *toggles[KOYOMI_N_COMMON_LETTERS];
  GtkWidget            *edit;
  GtkWidget            *remove;
  GtkWidget            *card;
} Line;

struct _KoyomiAssignmentList
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  gint64           function;
  GtkWidget       *box;             /* the list box */
  GtkWidget       *nobody;          /* its row while there is no team */
  GtkWidget       *add_button;
  KoyomiAlphabet  *alphabet;        /* knows the names of the common letters */
  GHashTable      *teams;           /* id -> record */
  GHashTable      *people;          /* likewise */
  GPtrArray       *assignments;     /* (element-type KoyomiRecord), as the rows show them */
  GPtrArray       *lines;           /* (element-type Line) */
  gboolean         is_refreshing;
};

G_DEFINE_FINAL_TYPE (KoyomiAssignmentList, koyomi_assignment_list, GTK_TYPE_WIDGET)

static void
koyomi_assignment_list_dispose (GObject *object)
{
  KoyomiAssignmentList *self = KOYOMI_ASSIGNMENT_LIST (object);
  GtkWidget *child;

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->alphabet, koyomi_alphabet_free);
  g_clear_pointer (&self->assignments, g_ptr_array_unref);
  g_clear_pointer (&self->teams, g_hash_table_unref);
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_clear_object (&self->workspace);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (koyomi_assignment_list_parent_class)->dispose (object);
}

static void
fail (KoyomiAssignmentList *self,
      const GError         *error)
{
  koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, N_("The assignment was not changed")), error);
}

static KoyomiLetters
read_letters (KoyomiRecord *assignment)
{
  return koyomi_letters_read_common (koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_LETTERS));
}

/* Adds the team, with R while nobody has it. */
static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  KoyomiAssignmentList *self = KOYOMI_ASSIGNMENT_LIST (widget);
  g_autoptr(KoyomiRecord) assignment = koyomi_record_new (KOYOMI_TABLE_ASSIGNMENT);
  g_autoptr(GError) error = NULL;
  const char *wanted = "R";

  for (guint i = 0; i < self->assignments->len; i++)
    if (read_letters (g_ptr_array_index (self->assignments, i)) & KOYOMI_LETTERS_R)
      wanted = "C";

  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_FUNCTION, self->function);
  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_TEAM, g_variant_get_int64 (parameter));
  koyomi_record_set_text (assignment, KOYOMI_ASSIGNMENT_LETTERS, wanted);
  if (koyomi_session_add (koyomi_workspace_get_session (self->workspace), assignment,
                          koyomi_workspace_get_language (self->workspace), &error) == 0)
    fail (self, error);
}

static void
koyomi_assignment_list_class_init (KoyomiAssignmentListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_assignment_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_install_action (widget_class, "assignment.add", "x", add_action);
}

static void
koyomi_assignment_list_init (KoyomiAssignmentList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->alphabet = koyomi_alphabet_new (NULL);
}

/* The letters that are pressed, and those of the company's own that @before had. */
static char *
spell (Line       *line,
       const char *before)
{
  KoyomiAlphabet *alphabet = line->list->alphabet;
  KoyomiLetters letters = koyomi_alphabet_read (alphabet, before);

  for (guint i = 0; i < KOYOMI_N_COMMON_LETTERS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (line->toggles[i])))
      letters |= (KoyomiLetters) 1 << i;
    else
      letters &= ~((KoyomiLetters) 1 << i);

  return koyomi_alphabet_format (alphabet, letters);
}

static void
toggled_cb (Line *line)
{
  KoyomiAssignmentList *self = line->list;
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autoptr(KoyomiRecord) assignment = NULL;
  g_autoptr(GError) error = NULL;

  if (self->is_refreshing)
    return;

  assignment = koyomi_session_get (session, KOYOMI_TABLE_ASSIGNMENT, line->assignment, language, &error);
  if (assignment != NULL)
    koyomi_record_take_text (assignment, KOYOMI_ASSIGNMENT_LETTERS,
                             spell (line, koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_LETTERS)));
  if (assignment == NULL || !koyomi_session_save (session, assignment, language, &error))
    fail (self, error);
}

static void
edit_cb (Line *line)
{
  koyomi_cell_dialog_present (GTK_WINDOW (gtk_widget_get_root (line->row)), line->list->workspace, line->list->function, line->team,
                              koyomi_day_today ());
}

static void
remove_cb (Line *line)
{
  KoyomiAssignmentList *self = line->list;
  g_autoptr(GError) error = NULL;

  if (!koyomi_session_remove (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_ASSIGNMENT, line->assignment,
                              koyomi_workspace_get_language (self->workspace), &error))
    fail (self, error);
  else
    gtk_widget_grab_focus (self->add_button);
}

static void
card_cb (Line *line)
{
  koyomi_team_card_present (GTK_WINDOW (gtk_widget_get_root (line->row)), line->list->workspace, line->team);
}

static GtkWidget *
make_toggle (Line  *line,
             guint  index)
{
  KoyomiAssignmentList *self = line->list;
  GtkWidget *toggle = gtk_toggle_button_new_with_label (koyomi_alphabet_get_letter (self->alphabet, index));

  gtk_widget_set_tooltip_text (toggle, koyomi_alphabet_get_name (self->alphabet, index, koyomi_workspace_get_language (self->workspace)));
  gtk_widget_set_sensitive (toggle, koyomi_workspace_can_edit (self->workspace));
  gtk_widget_add_css_class (toggle, "koyomi-letter");
  g_signal_connect_swapped (toggle, "toggled", G_CALLBACK (toggled_cb), line);

  return toggle;
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

static void
add_line (KoyomiAssignmentList *self)
{
  GtkWidget *toggles = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  Line *line = g_new0 (Line, 1);

  line->list = self;
  line->row = adw_action_row_new ();
  adw_action_row_set_title_lines (ADW_ACTION_ROW (line->row), 2);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line->row), FALSE);
  gtk_widget_set_focusable (line->row, FALSE);

  gtk_widget_add_css_class (toggles, "linked");
  gtk_widget_set_valign (toggles, GTK_ALIGN_CENTER);
  for (guint i = 0; i < KOYOMI_N_COMMON_LETTERS; i++)
    {
      line->toggles[i] = make_toggle (line, i);
      gtk_box_append (GTK_BOX (toggles), line->toggles[i]);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (line->row), toggles);

  line->edit = add_button (line, "document-edit-symbolic", koyomi_workspace_tr (self->workspace, N_("Person, days and note…")), edit_cb);
  line->remove = add_button (line, "user-trash-symbolic", koyomi_workspace_tr (self->workspace, N_("Remove this team")), remove_cb);
  line->card = add_button (line, "go-next-symbolic", koyomi_workspace_tr (self->workspace, N_("Team card…")), card_cb);
  gtk_widget_set_visible (line->card, TRUE);

  gtk_list_box_insert (GTK_LIST_BOX (self->box), line->row, self->lines->len);
  g_ptr_array_add (self->lines, line);
}

static void
name_for_reader (GtkWidget  *widget,
                 const char *team,
                 const char *what)
{
  g_autofree char *text = g_strdup_printf ("%s: %s", team, what);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* Who of the team, and since when or until when. */
static char *
describe (KoyomiAssignmentList *self,
          KoyomiRecord         *assignment)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  gint64 person_id = koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_PERSON);
  KoyomiRecord *person = g_hash_table_lookup (self->people, &person_id);
  GString *text = g_string_new (person != NULL ? koyomi_record_get_title (person) : "");

  if (!koyomi_record_is_none (assignment, KOYOMI_ASSIGNMENT_FROM_DAY))
    {
      g_autofree char *day = koyomi_day_format (koyomi_record_get_day (assignment, KOYOMI_ASSIGNMENT_FROM_DAY));

      g_string_append (text, text->len > 0 ? "  " : "");
      /* Translators: %s is a day such as 2026-04-01 */
      g_string_append_printf (text, koyomi_tr (language, N_("from %s")), day);
    }

  if (!koyomi_record_is_none (assignment, KOYOMI_ASSIGNMENT_TO_DAY))
    {
      g_autofree char *day = koyomi_day_format (koyomi_record_get_day (assignment, KOYOMI_ASSIGNMENT_TO_DAY));

      g_string_append (text, text->len > 0 ? "  " : "");
      /* Translators: %s is a day such as 2027-03-31 */
      g_string_append_printf (text, koyomi_tr (language, N_("until %s")), day);
    }

  return g_string_free (text, FALSE);
}

static void
show_line (KoyomiAssignmentList *self,
           Line                 *line,
           KoyomiRecord         *assignment)
{
  gint64 team_id = koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_TEAM);
  KoyomiRecord *team = g_hash_table_lookup (self->teams, &team_id);
  const char *name = team != NULL ? koyomi_record_get_title (team) : "";
  g_autofree char *details = describe (self, assignment);

  line->assignment = koyomi_record_get_id (assignment);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line->row), name);
  gtk_widget_set_tooltip_text (line->row, name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line->row), details);
  for (guint i = 0; i < KOYOMI_N_COMMON_LETTERS; i++)
    {
      gboolean is_set = (read_letters (assignment) & (KoyomiLetters) 1 << i) != 0;

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (line->toggles[i]), is_set);
      name_for_reader (line->toggles[i], name,
                       koyomi_alphabet_get_name (self->alphabet, i, koyomi_workspace_get_language (self->workspace)));
    }
  line->team = team_id;
  name_for_reader (line->edit, name, koyomi_workspace_tr (self->workspace, N_("Person, days and note…")));
  name_for_reader (line->remove, name, koyomi_workspace_tr (self->workspace, N_("Remove this team")));
  name_for_reader (line->card, name, koyomi_workspace_tr (self->workspace, N_("Team card…")));
}

static gboolean
is_assigned (KoyomiAssignmentList *self,
             gint64                team)
{
  for (guint i = 0; i < self->assignments->len; i++)
    if (koyomi_record_get_int (g_ptr_array_index (self->assignments, i), KOYOMI_ASSIGNMENT_TEAM) == team)
      return TRUE;

  return FALSE;
}

/* The teams that the function could be given to. */
static gboolean
show_menu (KoyomiAssignmentList  *self,
           GError               **error)
{
  g_autoptr(GPtrArray) teams = koyomi_session_list (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_TEAM, 0, 0,
                                                    koyomi_workspace_get_language (self->workspace), error);
  g_autoptr(GMenu) menu = g_menu_new ();

  if (teams == NULL)
    return FALSE;

  for (guint i = 0; i < teams->len; i++)
    {
      KoyomiRecord *team = g_ptr_array_index (teams, i);
      guint32 last_day = koyomi_record_get_day (team, KOYOMI_TEAM_ACTIVE_TO);
      g_auto(GStrv) parts = g_strsplit (koyomi_record_get_title (team), "_", -1);
      g_autofree char *name = g_strjoinv ("__", parts);
      g_autoptr(GMenuItem) item = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (item, "assignment.add", "x", koyomi_record_get_id (team));
      if ((last_day == KOYOMI_DAY_NONE || last_day >= koyomi_day_today ()) && !is_assigned (self, koyomi_record_get_id (team)))
        g_menu_append_item (menu, item);
    }

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->add_button), G_MENU_MODEL (menu));
  gtk_widget_set_sensitive (self->add_button, g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);

  return TRUE;
}

static GtkWidget *
make_head (KoyomiAssignmentList *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (koyomi_workspace_tr (self->workspace, N_("Who does it")));

  gtk_widget_add_css_class (label, "heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (head), label);

  self->add_button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->add_button), koyomi_workspace_tr (self->workspace, N_("Add Team")));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  koyomi_workspace_tr (self->workspace, N_("Add Team")), -1);
  gtk_widget_set_visible (self->add_button, koyomi_workspace_can_edit (self->workspace));
  gtk_box_append (GTK_BOX (head), self->add_button);

  return head;
}

GtkWidget *
koyomi_assignment_list_new (KoyomiWorkspace *workspace)
{
  KoyomiAssignmentList *self = g_object_new (KOYOMI_TYPE_ASSIGNMENT_LIST, NULL);

  self->workspace = g_object_ref (workspace);
  gtk_widget_set_parent (make_head (self), GTK_WIDGET (self));

  self->box = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->box), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->box, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  koyomi_workspace_tr (workspace, N_("Who does it")), -1);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->nobody = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->nobody), koyomi_workspace_tr (workspace, N_("No team yet")));
  gtk_widget_add_css_class (self->nobody, "dim-label");
  gtk_list_box_append (GTK_LIST_BOX (self->box), self->nobody);

  return GTK_WIDGET (self);
}

/* Returns: (transfer none): which adds a team */
GtkWidget *
koyomi_assignment_list_get_button (KoyomiAssignmentList *self)
{
  return self->add_button;
}

static void
drop_last_line (KoyomiAssignmentList *self)
{
  Line *line = g_ptr_array_index (self->lines, self->lines->len - 1);

  gtk_list_box_remove (GTK_LIST_BOX (self->box), line->row);
  g_ptr_array_set_size (self->lines, self->lines->len - 1);
}

static void
show_lines (KoyomiAssignmentList *self)
{
  self->is_refreshing = TRUE;
  while (self->lines->len > self->assignments->len)
    drop_last_line (self);

  for (guint i = 0; i < self->assignments->len; i++)
    {
      if (i == self->lines->len)
        add_line (self);
      show_line (self, g_ptr_array_index (self->lines, i), g_ptr_array_index (self->assignments, i));
    }
  gtk_widget_set_visible (self->nobody, self->assignments->len == 0);
  self->is_refreshing = FALSE;
}

/* Shows the function's assignments as they stand. */
gboolean
koyomi_assignment_list_show (KoyomiAssignmentList  *self,
                             gint64                 function,
                             GError               **error)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autoptr(GPtrArray) assignments = NULL;

  g_clear_pointer (&self->teams, g_hash_table_unref);
  g_clear_pointer (&self->people, g_hash_table_unref);
  assignments = koyomi_session_list (session, KOYOMI_TABLE_ASSIGNMENT, KOYOMI_ASSIGNMENT_FUNCTION, function, language, error);
  if (assignments == NULL ||
      (self->teams = koyomi_session_index (session, KOYOMI_TABLE_TEAM, language, error)) == NULL ||
      (self->people = koyomi_session_index (session, KOYOMI_TABLE_PERSON, language, error)) == NULL)
    return FALSE;

  self->function = function;
  g_clear_pointer (&self->assignments, g_ptr_array_unref);
  self->assignments = g_steal_pointer (&assignments);
  show_lines (self);

  return show_menu (self, error);
}
