#include "koyomi-dependency-section.h"

#include "koyomi-dependency-row.h"
#include "koyomi-plan-choosers.h"
#include "koyomi-record-edit.h"

struct _KoyomiDependencySection
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  gint64           activity;
  GtkWidget       *box;
  GtkWidget       *list;
  GtkWidget       *adders;
  GPtrArray       *dependencies;   /* (element-type KoyomiRecord), in the order of the rows; NULL before the first run */
};

G_DEFINE_FINAL_TYPE (KoyomiDependencySection, koyomi_dependency_section, GTK_TYPE_WIDGET)

static void
koyomi_dependency_section_dispose (GObject *object)
{
  KoyomiDependencySection *self = KOYOMI_DEPENDENCY_SECTION (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->dependencies, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_dependency_section_parent_class)->dispose (object);
}

static void
koyomi_dependency_section_class_init (KoyomiDependencySectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_dependency_section_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_dependency_section_init (KoyomiDependencySection *self)
{
}

static gboolean
is_linked (KoyomiDependencySection *self,
           gint64                   from,
           gint64                   to)
{
  for (guint i = 0; i < self->dependencies->len; i++)
    {
      KoyomiRecord *dependency = g_ptr_array_index (self->dependencies, i);

      if (koyomi_record_get_int (dependency, KOYOMI_DEPENDENCY_FROM_ACTIVITY) == from &&
          koyomi_record_get_int (dependency, KOYOMI_DEPENDENCY_TO_ACTIVITY) == to)
        return TRUE;
    }

  return from == to;
}

static void
add (KoyomiDependencySection *self,
     gint64                   from,
     gint64                   to)
{
  g_autoptr(KoyomiRecord) dependency = koyomi_record_new (KOYOMI_TABLE_DEPENDENCY);
  g_autoptr(GError) error = NULL;

  if (is_linked (self, from, to) || is_linked (self, to, from))
    {
      koyomi_workspace_tell (self->workspace, koyomi_workspace_tr (self->workspace, "These activities are linked already."));
      return;
    }

  koyomi_record_set_int (dependency, KOYOMI_DEPENDENCY_FROM_ACTIVITY, from);
  koyomi_record_set_int (dependency, KOYOMI_DEPENDENCY_TO_ACTIVITY, to);
  if (koyomi_session_add (koyomi_workspace_get_session (self->workspace), dependency,
                          koyomi_workspace_get_language (self->workspace), &error) == 0)
    koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, "The activities were not linked"), error);
}

static void
predecessor_cb (KoyomiDependencySection *self,
                KoyomiChoice            *choice)
{
  add (self, koyomi_choice_get_id (choice), self->activity);
}

static void
successor_cb (KoyomiDependencySection *self,
              KoyomiChoice            *choice)
{
  add (self, self->activity, koyomi_choice_get_id (choice));
}

static GtkWidget *
make_adder (KoyomiDependencySection *self,
            const char              *caption,
            GCallback                callback)
{
  GtkWidget *chooser = koyomi_activity_chooser_new (self->workspace, caption);

  koyomi_chooser_set_text (KOYOMI_CHOOSER (chooser), caption);
  gtk_widget_set_hexpand (chooser, TRUE);
  g_signal_connect_object (chooser, "chosen", callback, self, G_CONNECT_SWAPPED);

  return chooser;
}

GtkWidget *
koyomi_dependency_section_new (KoyomiWorkspace *workspace)
{
  KoyomiDependencySection *self = g_object_new (KOYOMI_TYPE_DEPENDENCY_SECTION, NULL);
  GtkWidget *heading = gtk_label_new (koyomi_workspace_tr (workspace, "Linked activities"));

  self->workspace = g_object_ref (workspace);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  self->adders = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_box_set_homogeneous (GTK_BOX (self->adders), TRUE);
  gtk_box_append (GTK_BOX (self->adders), make_adder (self, koyomi_workspace_tr (workspace, "Predecessor…"),
                                                      G_CALLBACK (predecessor_cb)));
  gtk_box_append (GTK_BOX (self->adders), make_adder (self, koyomi_workspace_tr (workspace, "Successor…"), G_CALLBACK (successor_cb)));

  gtk_box_append (GTK_BOX (self->box), heading);
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_box_append (GTK_BOX (self->box), self->adders);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/* Returns: (transfer full): those that the activity waits for, then those that wait for it */
static GPtrArray *
read_dependencies (KoyomiDependencySection *self)
{
  static const int sides[] = { KOYOMI_DEPENDENCY_TO_ACTIVITY, KOYOMI_DEPENDENCY_FROM_ACTIVITY };

  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autoptr(GPtrArray) found = koyomi_session_list (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_DEPENDENCY,
                                                        sides[i], self->activity,
                                                        koyomi_workspace_get_language (self->workspace), NULL);

      for (guint j = 0; found != NULL && j < found->len; j++)
        g_ptr_array_add (all, g_object_ref (g_ptr_array_index (found, j)));
    }

  return all;
}

static gboolean
have_same_keys (GPtrArray *one,
                GPtrArray *other)
{
  if (one == NULL || one->len != other->len)
    return FALSE;

  for (guint i = 0; i < one->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (one, i)) != koyomi_record_get_id (g_ptr_array_index (other, i)))
      return FALSE;

  return TRUE;
}

/* Rows stay while they are the same, and with them what is typed. */
void
koyomi_dependency_section_show_run (KoyomiDependencySection *self,
                                    KoyomiRecord            *run)
{
  g_autoptr(GPtrArray) dependencies = NULL;
  GtkWidget *row;

  g_return_if_fail (KOYOMI_IS_DEPENDENCY_SECTION (self));

  self->activity = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY);
  dependencies = read_dependencies (self);
  if (!have_same_keys (self->dependencies, dependencies))
    {
      gboolean had_focus = gtk_widget_get_focus_child (self->list) != NULL;

      while ((row = gtk_widget_get_first_child (self->list)) != NULL)
        gtk_box_remove (GTK_BOX (self->list), row);
      for (guint i = 0; i < dependencies->len; i++)
        gtk_box_append (GTK_BOX (self->list), koyomi_dependency_row_new (self->workspace));
      if (had_focus)
        gtk_widget_child_focus (self->adders, GTK_DIR_TAB_FORWARD);
    }

  g_clear_pointer (&self->dependencies, g_ptr_array_unref);
  self->dependencies = g_steal_pointer (&dependencies);
  row = gtk_widget_get_first_child (self->list);
  for (guint i = 0; i < self->dependencies->len; i++, row = gtk_widget_get_next_sibling (row))
    koyomi_dependency_row_show (KOYOMI_DEPENDENCY_ROW (row), g_ptr_array_index (self->dependencies, i), run);
  gtk_widget_set_visible (self->list, self->dependencies->len > 0);
}

/* Hands in what is typed but not yet handed in. */
void
koyomi_dependency_section_commit (KoyomiDependencySection *self)
{
  g_return_if_fail (KOYOMI_IS_DEPENDENCY_SECTION (self));

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    koyomi_dependency_row_commit (KOYOMI_DEPENDENCY_ROW (row));
}
