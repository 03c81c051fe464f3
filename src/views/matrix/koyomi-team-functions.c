#include "koyomi-team-functions.h"

#include "koyomi-day.h"
#include "koyomi-function-card.h"

#include <adwaita.h>

/* The row at a place shows whatever assignment stands there. */
typedef struct
{
  KoyomiTeamFunctions *list;
  gint64               function;
  GtkWidget           *row;
  GtkWidget           *letters;
} Line;

struct _KoyomiTeamFunctions
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  GtkWidget       *heading;
  GtkWidget       *box;         /* the list box */
  GtkWidget       *none;        /* its row while there is nothing */
  GPtrArray       *lines;       /* (element-type Line) */
};

/* What is read for one showing. */
typedef struct
{
  GPtrArray  *assignments;   /* in the order of their functions */
  GHashTable *functions;
  GHashTable *groups;
  GHashTable *catalogues;
  GHashTable *people;
} Facts;

static void
clear_facts (Facts *self)
{
  g_clear_pointer (&self->assignments, g_ptr_array_unref);
  g_clear_pointer (&self->functions, g_hash_table_unref);
  g_clear_pointer (&self->groups, g_hash_table_unref);
  g_clear_pointer (&self->catalogues, g_hash_table_unref);
  g_clear_pointer (&self->people, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Facts, clear_facts)

G_DEFINE_FINAL_TYPE (KoyomiTeamFunctions, koyomi_team_functions, GTK_TYPE_WIDGET)

static void
koyomi_team_functions_dispose (GObject *object)
{
  KoyomiTeamFunctions *self = KOYOMI_TEAM_FUNCTIONS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_team_functions_parent_class)->dispose (object);
}

static void
koyomi_team_functions_class_init (KoyomiTeamFunctionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_team_functions_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
koyomi_team_functions_init (KoyomiTeamFunctions *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->lines = g_ptr_array_new_with_free_func (g_free);
}

static KoyomiRecord *
find (GHashTable   *index,
      KoyomiRecord *record,
      int           field)
{
  gint64 id = record != NULL ? koyomi_record_get_int (record, field) : 0;

  return g_hash_table_lookup (index, &id);
}

static gint64
get_place (Facts        *facts,
           KoyomiRecord *assignment)
{
  KoyomiRecord *function = find (facts->functions, assignment, KOYOMI_ASSIGNMENT_FUNCTION);
  KoyomiRecord *group = find (facts->groups, function, KOYOMI_FUNCTION_GROUP);
  KoyomiRecord *catalogue = find (facts->catalogues, group, KOYOMI_GROUP_CATALOGUE);

  if (catalogue == NULL)
    return 0;

  return (koyomi_record_get_int (catalogue, KOYOMI_CATALOGUE_POSITION) << 40) +
         (koyomi_record_get_int (group, KOYOMI_GROUP_POSITION) << 20) + koyomi_record_get_int (function, KOYOMI_FUNCTION_POSITION);
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  gint64 first = get_place (data, *(KoyomiRecord * const *) a);
  gint64 second = get_place (data, *(KoyomiRecord * const *) b);

  return (first > second) - (first < second);
}

/* What has ended is not what the team does. */
static void
drop_ended (GPtrArray *assignments)
{
  for (guint i = assignments->len; i > 0; i--)
    {
      guint32 last = koyomi_record_get_day (g_ptr_array_index (assignments, i - 1), KOYOMI_ASSIGNMENT_TO_DAY);

      if (last != KOYOMI_DAY_NONE && last < koyomi_day_today ())
        g_ptr_array_remove_index (assignments, i - 1);
    }
}

static gboolean
load_facts (KoyomiTeamFunctions  *self,
            Facts                *facts,
            gint64                team,
            GError              **error)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);

  if ((facts->functions = koyomi_session_index (session, KOYOMI_TABLE_FUNCTION, language, error)) == NULL ||
      (facts->groups = koyomi_session_index (session, KOYOMI_TABLE_GROUP, language, error)) == NULL ||
      (facts->catalogues = koyomi_session_index (session, KOYOMI_TABLE_CATALOGUE, language, error)) == NULL ||
      (facts->people = koyomi_session_index (session, KOYOMI_TABLE_PERSON, language, error)) == NULL ||
      (facts->assignments = koyomi_session_list (session, KOYOMI_TABLE_ASSIGNMENT, KOYOMI_ASSIGNMENT_TEAM, team, language,
                                                 error)) == NULL)
    return FALSE;

  drop_ended (facts->assignments);
  g_ptr_array_sort_with_data (facts->assignments, compare_places, facts);

  return TRUE;
}

static void
activated_cb (Line *line)
{
  koyomi_function_card_present (GTK_WINDOW (gtk_widget_get_root (line->row)), line->list->workspace, line->function);
}

static void
add_line (KoyomiTeamFunctions *self)
{
  Line *line = g_new0 (Line, 1);

  line->list = self;
  line->row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line->row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line->row), TRUE);
  g_signal_connect_swapped (line->row, "activated", G_CALLBACK (activated_cb), line);
  line->letters = gtk_label_new (NULL);
  gtk_widget_add_css_class (line->letters, "heading");
  adw_action_row_add_suffix (ADW_ACTION_ROW (line->row), line->letters);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line->row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_insert (GTK_LIST_BOX (self->box), line->row, self->lines->len);
  g_ptr_array_add (self->lines, line);
}

static void
drop_last_line (KoyomiTeamFunctions *self)
{
  Line *line = g_ptr_array_index (self->lines, self->lines->len - 1);

  gtk_list_box_remove (GTK_LIST_BOX (self->box), line->row);
  g_ptr_array_set_size (self->lines, self->lines->len - 1);
}

static void
append_day (GString        *text,
            KoyomiRecord   *assignment,
            int             field,
            const char     *format)
{
  g_autofree char *day = NULL;
  g_auto(GStrv) parts = NULL;

  if (koyomi_record_is_none (assignment, field))
    return;

  day = koyomi_day_format (koyomi_record_get_day (assignment, field));
  parts = g_strsplit (format, "%s", 2);
  g_string_append_printf (text, "  ·  %s%s%s", parts[0], day, parts[1] != NULL ? parts[1] : "");
}

/* Of which catalogue the function is, and who of the team does it, from when, until when. */
static char *
describe (KoyomiTeamFunctions *self,
          Facts               *facts,
          KoyomiRecord        *assignment)
{
  KoyomiRecord *function = find (facts->functions, assignment, KOYOMI_ASSIGNMENT_FUNCTION);
  KoyomiRecord *group = find (facts->groups, function, KOYOMI_FUNCTION_GROUP);
  KoyomiRecord *catalogue = find (facts->catalogues, group, KOYOMI_GROUP_CATALOGUE);
  KoyomiRecord *person = find (facts->people, assignment, KOYOMI_ASSIGNMENT_PERSON);
  GString *text = g_string_new (catalogue != NULL ? koyomi_record_get_title (catalogue) : "");

  if (person != NULL)
    g_string_append_printf (text, "  ·  %s", koyomi_record_get_title (person));
  append_day (text, assignment, KOYOMI_ASSIGNMENT_FROM_DAY, koyomi_workspace_tr (self->workspace, N_("from %s")));
  append_day (text, assignment, KOYOMI_ASSIGNMENT_TO_DAY, koyomi_workspace_tr (self->workspace, N_("until %s")));

  return g_string_free (text, FALSE);
}

static void
show_line (KoyomiTeamFunctions *self,
           Line                *line,
           Facts               *facts,
           KoyomiRecord        *assignment)
{
  KoyomiRecord *function = find (facts->functions, assignment, KOYOMI_ASSIGNMENT_FUNCTION);
  const char *letters = koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_LETTERS);
  g_autofree char *title = g_strdup_printf ("%s %s", koyomi_record_get_text (function, KOYOMI_FUNCTION_CODE),
                                            koyomi_record_get_title (function));
  g_autofree char *details = describe (self, facts, assignment);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", title, letters);

  line->function = koyomi_record_get_id (function);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line->row), g_strchug (title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line->row), details);
  gtk_label_set_label (GTK_LABEL (line->letters), letters);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->row), GTK_ACCESSIBLE_PROPERTY_LABEL, g_strchug (spoken), -1);
}

GtkWidget *
koyomi_team_functions_new (KoyomiWorkspace *workspace)
{
  KoyomiTeamFunctions *self = g_object_new (KOYOMI_TYPE_TEAM_FUNCTIONS, NULL);

  self->workspace = g_object_ref (workspace);
  self->heading = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));

  self->box = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->box), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->box, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  koyomi_workspace_tr (workspace, N_("What it does")), -1);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->none = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->none), koyomi_workspace_tr (workspace, N_("No function yet")));
  gtk_widget_add_css_class (self->none, "dim-label");
  gtk_list_box_append (GTK_LIST_BOX (self->box), self->none);

  return GTK_WIDGET (self);
}

/* Shows what the team does now, and what it will. */
gboolean
koyomi_team_functions_show (KoyomiTeamFunctions  *self,
                            gint64                team,
                            GError              **error)
{
  g_auto(Facts) facts = { NULL };
  g_autofree char *heading = NULL;

  g_return_val_if_fail (KOYOMI_IS_TEAM_FUNCTIONS (self), FALSE);

  if (!load_facts (self, &facts, team, error))
    return FALSE;

  while (self->lines->len > facts.assignments->len)
    drop_last_line (self);
  for (guint i = 0; i < facts.assignments->len; i++)
    {
      if (i == self->lines->len)
        add_line (self);
      show_line (self, g_ptr_array_index (self->lines, i), &facts, g_ptr_array_index (facts.assignments, i));
    }
  gtk_widget_set_visible (self->none, facts.assignments->len == 0);
  /* Translators: %u is how many functions a team has a part in */
  heading = g_strdup_printf (koyomi_workspace_tr (self->workspace, N_("What it does (%u)")), facts.assignments->len);
  gtk_label_set_label (GTK_LABEL (self->heading), heading);

  return TRUE;
}
