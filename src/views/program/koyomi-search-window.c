#include "koyomi-search-window.h"

#include "koyomi-search-commands.h"
#include "koyomi-search-escape.h"
#include "koyomi-record-jump.h"
#include "koyomi-search-recent.h"
#include "koyomi-search-row.h"
#include "koyomi-search.h"
#include "koyomi-text-fold.h"

#include <string.h>

#define N_MOST 5            /* of a kind */
#define N_MOST_OF_FEW 30    /* where there are one or two kinds */
#define N_ROWS 60
#define COMMANDS_ONLY '>'

struct _KoyomiSearchWindow
{
  KoyomiPlanWindow  parent_instance;

  GtkSearchEntry   *entry;
  GtkStack         *stack;
  GtkScrolledWindow *scroller;
  GtkListBox       *list;
  AdwStatusPage    *empty;

  GtkWidget        *plan;        /* not owned; NULL when it is gone */
  GPtrArray        *commands;    /* (element-type KoyomiSearchCommand) */
  guint             reading;     /* the source that reads the plan in passing */
  guint             n_rows;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiSearchWindow, entry),
  KOYOMI_UI_CHILD (KoyomiSearchWindow, stack),
  KOYOMI_UI_CHILD (KoyomiSearchWindow, scroller),
  KOYOMI_UI_CHILD (KoyomiSearchWindow, list),
  KOYOMI_UI_CHILD (KoyomiSearchWindow, empty),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiSearchWindow, koyomi_search_window, KOYOMI_TYPE_PLAN_WINDOW)

static KoyomiLanguage
get_language (KoyomiSearchWindow *self)
{
  return koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self));
}

static KoyomiSession *
get_session (KoyomiSearchWindow *self)
{
  return koyomi_plan_window_get_session (KOYOMI_PLAN_WINDOW (self));
}

/* What has been typed, without the mark of commands. */
static const char *
get_query (KoyomiSearchWindow *self,
           gboolean           *commands_only)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  *commands_only = *text == COMMANDS_ONLY || g_str_has_prefix (text, "＞");

  return *commands_only ? g_utf8_next_char (text) : text;
}

static void
add_row (KoyomiSearchWindow *self,
         GtkWidget          *row)
{
  gtk_list_box_append (self->list, row);
  self->n_rows++;
}

static void
clear_rows (KoyomiSearchWindow *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  self->n_rows = 0;
}

static void
add_command (KoyomiSearchWindow        *self,
             const char                *group,
             const KoyomiSearchCommand *command,
             const char                *folded_query)
{
  g_autofree char *name = koyomi_search_command_dup_name (command);

  add_row (self, koyomi_search_row_new_command (group, name, command->title, command->keys, folded_query));
}

static void
add_commands (KoyomiSearchWindow *self,
              const char         *folded_query)
{
  for (guint i = 0; i < self->commands->len; i++)
    {
      const KoyomiSearchCommand *command = g_ptr_array_index (self->commands, i);
      g_autofree char *folded = koyomi_text_fold (command->title);

      if (koyomi_text_matches (folded, folded_query))
        add_command (self, koyomi_tr (get_language (self), N_("Commands")), command, folded_query);
    }
}

static char *
name_group (KoyomiSearchWindow      *self,
            const KoyomiSearchGroup *group,
            guint                    n_shown)
{
  KoyomiLanguage language = get_language (self);
  const char *kind = koyomi_tr (language, koyomi_dictionary_get_table (group->table)->label);

  if (n_shown < group->n_found)
    /* Translators: a kind of row, how many of them are shown, and how many there are */
    return g_strdup_printf (koyomi_tr (language, N_("%s (%u of %u)")), kind, n_shown, group->n_found);

  return g_strdup_printf (koyomi_tr (language, N_("%s (%u)")), kind, group->n_found);
}

static void
add_group (KoyomiSearchWindow      *self,
           const KoyomiSearchGroup *group,
           const char              *folded_query)
{
  guint n_shown = MIN (group->hits->len, self->n_rows < N_ROWS ? N_ROWS - self->n_rows : 0);
  g_autofree char *name = name_group (self, group, n_shown);

  for (guint i = 0; i < n_shown; i++)
    add_row (self, koyomi_search_row_new (name, g_ptr_array_index (group->hits, i), folded_query));
}

/* Returns: (transfer full) (nullable): where there are few kinds, more of them */
static GPtrArray *
find (KoyomiSearchWindow *self,
      const char         *query)
{
  KoyomiSearch *search = koyomi_session_get_search (get_session (self));
  GPtrArray *groups = koyomi_search_find (search, query, N_MOST, get_language (self), NULL);

  if (groups == NULL || groups->len == 0 || groups->len > 2)
    return groups;

  g_ptr_array_unref (groups);

  return koyomi_search_find (search, query, N_MOST_OF_FEW, get_language (self), NULL);
}

static void
add_answers (KoyomiSearchWindow *self,
             const char         *query,
             const char         *folded_query)
{
  g_autoptr(GPtrArray) groups = find (self, query);

  for (guint i = 0; groups != NULL && i < groups->len; i++)
    add_group (self, g_ptr_array_index (groups, i), folded_query);
}

static const KoyomiSearchCommand *
find_command (KoyomiSearchWindow *self,
              const char         *name)
{
  for (guint i = 0; i < self->commands->len; i++)
    {
      const KoyomiSearchCommand *command = g_ptr_array_index (self->commands, i);
      g_autofree char *own = koyomi_search_command_dup_name (command);

      if (g_str_equal (own, name))
        return command;
    }

  return NULL;
}

/* What is there no more, or cannot be done now, is left out. */
static void
add_recent (KoyomiSearchWindow *self)
{
  KoyomiLanguage language = get_language (self);
  g_autoptr(GPtrArray) recent = koyomi_search_recent_list (get_session (self));
  const char *group = koyomi_tr (language, N_("Recent"));

  for (guint i = 0; i < recent->len; i++)
    {
      const KoyomiSearchRecent *one = g_ptr_array_index (recent, i);
      const KoyomiSearchCommand *command = one->command != NULL ? find_command (self, one->command) : NULL;
      g_autoptr(KoyomiSearchHit) hit = one->command == NULL ? koyomi_session_name_hit (get_session (self), one->table, one->id, language)
                                                            : NULL;

      if (command != NULL)
        add_command (self, group, command, "");
      else if (hit != NULL)
        add_row (self, koyomi_search_row_new (group, hit, ""));
    }
}

static void
show_empty (KoyomiSearchWindow *self,
            const char         *query)
{
  KoyomiLanguage language = get_language (self);
  g_autofree char *title = NULL;

  if (*query == '\0')
    {
      adw_status_page_set_title (self->empty, koyomi_tr (language, N_("Search everything")));
      adw_status_page_set_description (self->empty, koyomi_tr (language, N_("Functions, runs, incidents, people, controls and more, by "
                                                                            "number, title or notes. Begin with > for commands.")));
      return;
    }

  if (!koyomi_search_is_complete (koyomi_session_get_search (get_session (self))))
    title = g_strdup (koyomi_tr (language, N_("The plan is being read…")));
  else
    title = g_markup_printf_escaped (koyomi_tr (language, N_("Nothing found for “%s”")), query);
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, koyomi_tr (language, N_("All words have to occur. Try fewer or shorter ones, a number such "
                                                                        "as KPI-03, or the other language.")));
}

/* A row that is not in sight is brought there; with the first one its heading. */
static void
scroll_to (KoyomiSearchWindow *self,
           GtkListBoxRow      *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t place;

  if (gtk_list_box_row_get_index (row) == 0)
    gtk_adjustment_set_value (adjustment, 0);
  else if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &place))
    gtk_adjustment_clamp_page (adjustment, place.origin.y, place.origin.y + place.size.height);
}

static void
select_row (KoyomiSearchWindow *self,
            int                 index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  if (row == NULL)
    return;

  gtk_list_box_select_row (self->list, row);
  scroll_to (self, row);
}

/* What Enter would choose is read out with the entry, which keeps the focus. */
static void
selected_cb (KoyomiSearchWindow *self,
             GtkListBoxRow      *row)
{
  /* The list says so as well while it goes. */
  if (self->entry == NULL)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  row != NULL ? koyomi_search_row_get_text (KOYOMI_SEARCH_ROW (row)) : "", -1);
}

static void
search (KoyomiSearchWindow *self)
{
  gboolean commands_only;
  const char *query = get_query (self, &commands_only);
  g_autofree char *folded = koyomi_text_fold (query);

  g_strstrip (folded);
  clear_rows (self);
  if (commands_only)
    add_commands (self, folded);
  else if (*folded == '\0')
    add_recent (self);
  else
    {
      add_answers (self, query, folded);
      add_commands (self, folded);
    }

  show_empty (self, *folded != '\0' ? query : "");
  gtk_stack_set_visible_child_name (self->stack, self->n_rows > 0 ? "list" : "empty");
  select_row (self, 0);
}

static gboolean
read_cb (gpointer data)
{
  KoyomiSearchWindow *self = data;
  KoyomiSearch *engine = koyomi_session_get_search (get_session (self));
  g_autoptr(GError) error = NULL;

  if (koyomi_search_read_some (engine, &error) && !koyomi_search_is_complete (engine))
    return G_SOURCE_CONTINUE;

  self->reading = 0;
  if (error != NULL)
    koyomi_plan_window_fail (KOYOMI_PLAN_WINDOW (self), koyomi_plan_window_tr (KOYOMI_PLAN_WINDOW (self), N_("The plan could not be read")),
                             error);
  search (self);

  return G_SOURCE_REMOVE;
}

/* What the plan and its commands are by now. */
static gboolean
koyomi_search_window_refresh (KoyomiPlanWindow  *window,
                              GError           **error)
{
  KoyomiSearchWindow *self = KOYOMI_SEARCH_WINDOW (window);

  if (self->plan == NULL)
    return TRUE;

  g_clear_pointer (&self->commands, g_ptr_array_unref);
  self->commands = koyomi_search_commands_list (self->plan, get_language (self));
  if (self->reading == 0)
    self->reading = g_idle_add (read_cb, self);
  search (self);

  return TRUE;
}

/* The window makes way first, so that what is opened lies over the plan. */
static void
choose_command (KoyomiSearchWindow *self,
                const char         *name)
{
  g_autoptr(GPtrArray) commands = g_ptr_array_ref (self->commands);
  const KoyomiSearchCommand *command = find_command (self, name);

  if (command == NULL)
    return;

  koyomi_search_recent_add_command (get_session (self), name);
  gtk_window_close (GTK_WINDOW (self));
  koyomi_search_command_run (command);
}

static void
choose_row (KoyomiSearchWindow *self,
            KoyomiTableId       table,
            gint64              id)
{
  g_autoptr(KoyomiWorkspace) workspace = g_object_ref (koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)));
  GtkWidget *plan = self->plan;

  koyomi_search_recent_add_row (get_session (self), table, id);
  gtk_window_close (GTK_WINDOW (self));
  koyomi_record_jump (plan, workspace, table, id);
}

static void
choose (KoyomiSearchWindow *self,
        KoyomiSearchRow    *row)
{
  g_autofree char *command = g_strdup (koyomi_search_row_get_command (row));

  if (self->plan == NULL)
    return;

  if (command != NULL)
    choose_command (self, command);
  else
    choose_row (self, koyomi_search_row_get_table (row), koyomi_search_row_get_id (row));
}

static void
row_activated_cb (KoyomiSearchWindow *self,
                  GtkListBoxRow      *row)
{
  choose (self, KOYOMI_SEARCH_ROW (row));
}

static void
entry_activated_cb (KoyomiSearchWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    choose (self, KOYOMI_SEARCH_ROW (row));
}

/* How many rows are in sight. */
static int
get_page (KoyomiSearchWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int height = row != NULL ? gtk_widget_get_height (GTK_WIDGET (row)) : 0;

  return height > 0 ? MAX (1, gtk_widget_get_height (GTK_WIDGET (self->scroller)) / height - 1) : 1;
}

/* The keys that an input method wants do not come here. */
static gboolean
key_pressed_cb (KoyomiSearchWindow *self,
                guint               key,
                guint               code,
                GdkModifierType     state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int step = 0;

  if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    step = 1;
  else if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    step = -1;
  else if (key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down)
    step = get_page (self);
  else if (key == GDK_KEY_Page_Up || key == GDK_KEY_KP_Page_Up)
    step = -get_page (self);

  if (step == 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (row != NULL)
    select_row (self, CLAMP (gtk_list_box_row_get_index (row) + step, 0, (int) self->n_rows - 1));

  return GDK_EVENT_STOP;
}

/* Each group has a heading. */
static void
update_header_cb (GtkListBoxRow *row,
                  GtkListBoxRow *before,
                  gpointer       data)
{
  const char *group = koyomi_search_row_get_group (KOYOMI_SEARCH_ROW (row));
  GtkWidget *heading;

  if (before != NULL && strcmp (koyomi_search_row_get_group (KOYOMI_SEARCH_ROW (before)), group) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  heading = gtk_label_new (group);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "koyomi-search-heading");
  gtk_list_box_row_set_header (row, heading);
}

static void
koyomi_search_window_dispose (GObject *object)
{
  KoyomiSearchWindow *self = KOYOMI_SEARCH_WINDOW (object);

  g_clear_handle_id (&self->reading, g_source_remove);
  g_clear_pointer (&self->commands, g_ptr_array_unref);
  g_clear_weak_pointer (&self->plan);
  koyomi_ui_clear (object, children);

  G_OBJECT_CLASS (koyomi_search_window_parent_class)->dispose (object);
}

static void
koyomi_search_window_class_init (KoyomiSearchWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_search_window_dispose;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_search_window_refresh;
}

static void
koyomi_search_window_init (KoyomiSearchWindow *self)
{
}

static void
connect (KoyomiSearchWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (self->entry, "changed", G_CALLBACK (search), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entry_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self->list));
  gtk_list_box_set_header_func (self->list, update_header_cb, NULL, NULL);
  koyomi_search_escape_attach (self->entry);
}

/* @plan: the KoyomiPlanView, whose commands are found and whose views show what is gone to */
void
koyomi_search_window_present (GtkWindow       *parent,
                              KoyomiWorkspace *workspace,
                              GtkWidget       *plan)
{
  KoyomiSearchWindow *self = g_object_new (KOYOMI_TYPE_SEARCH_WINDOW, NULL);

  g_set_weak_pointer (&self->plan, plan);
  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-search-window", children);
  connect (self);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), GTK_WIDGET (self->entry));
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
}
