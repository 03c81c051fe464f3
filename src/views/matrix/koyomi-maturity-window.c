#include "koyomi-maturity-window.h"

#include "koyomi-gap-page.h"
#include "koyomi-load-page.h"
#include "koyomi-maturity-page.h"
#include "koyomi-radar-page.h"
#include "koyomi-sourcing-page.h"

#define PAGE_KEY "maturity-page"
#define CATALOGUE_KEY "maturity-catalogue"

/* A page shows what there is of a catalogue. */
typedef struct
{
  const char   *name;
  const char   *title;
  GtkWidget    *(*make) (KoyomiWorkspace  *workspace);
  gboolean      (*show) (GtkWidget        *page,
                         gint64            catalogue,
                         GError          **error);
  gboolean      is_whole;    /* it is about the plan and no catalogue */
} Page;

static const Page pages[] = {
  { "maturity", N_("Maturity"), koyomi_maturity_page_new, koyomi_maturity_page_show },
  { "radar", N_("Radar"), koyomi_radar_page_new, koyomi_radar_page_show },
  { "gaps", N_("Gaps"), koyomi_gap_page_new, koyomi_gap_page_show },
  { "sourcing", N_("Sourcing"), koyomi_sourcing_page_new, koyomi_sourcing_page_show },
  { "load", N_("Load"), koyomi_load_page_new, koyomi_load_page_show, TRUE },
};

struct _KoyomiMaturityWindow
{
  KoyomiPlanWindow  parent_instance;

  GtkDropDown      *catalogue;
  GtkStack         *stack;

  GPtrArray        *catalogues;      /* (element-type KoyomiRecord), as the drop-down has them */
  gboolean          is_refreshing;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiMaturityWindow, catalogue),
  KOYOMI_UI_CHILD (KoyomiMaturityWindow, stack),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiMaturityWindow, koyomi_maturity_window, KOYOMI_TYPE_PLAN_WINDOW)

static GSettings *
get_settings (KoyomiMaturityWindow *self)
{
  return koyomi_workspace_get_settings (koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)));
}

static KoyomiRecord *
get_catalogue (KoyomiMaturityWindow *self)
{
  guint place = gtk_drop_down_get_selected (self->catalogue);

  return place < self->catalogues->len ? g_ptr_array_index (self->catalogues, place) : NULL;
}

static const Page *
get_page (KoyomiMaturityWindow *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].name, name) == 0)
      return &pages[i];

  return &pages[0];
}

/* Only the page that is seen: the others are read when they come into sight. */
static gboolean
koyomi_maturity_window_refresh (KoyomiPlanWindow  *window,
                                GError           **error)
{
  KoyomiMaturityWindow *self = KOYOMI_MATURITY_WINDOW (window);
  KoyomiRecord *catalogue = get_catalogue (self);
  const Page *page = get_page (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->catalogue), !page->is_whole);

  if (catalogue == NULL && !page->is_whole)
    return TRUE;

  return page->show (gtk_stack_get_visible_child (self->stack), catalogue != NULL ? koyomi_record_get_id (catalogue) : 0, error);
}

static void
show_page (KoyomiMaturityWindow *self)
{
  g_autoptr(GError) error = NULL;

  if (!koyomi_maturity_window_refresh (KOYOMI_PLAN_WINDOW (self), &error))
    koyomi_plan_window_fail (KOYOMI_PLAN_WINDOW (self),
                             koyomi_plan_window_tr (KOYOMI_PLAN_WINDOW (self), N_("The plan could not be read")), error);
}

static void
page_cb (KoyomiMaturityWindow *self)
{
  if (self->is_refreshing)
    return;

  koyomi_workspace_flush (koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)));
  g_settings_set_string (get_settings (self), PAGE_KEY, get_page (self)->name);
  show_page (self);
}

static void
catalogue_cb (KoyomiMaturityWindow *self)
{
  KoyomiRecord *catalogue = get_catalogue (self);

  if (self->is_refreshing || catalogue == NULL)
    return;

  koyomi_workspace_flush (koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)));
  g_settings_set_string (get_settings (self), CATALOGUE_KEY, koyomi_record_get_text (catalogue, KOYOMI_CATALOGUE_CODE));
  show_page (self);
}

/* The calendar is behind this window, which goes. */
static void
show_run_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  koyomi_workspace_show_run (koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (widget)), g_variant_get_int64 (parameter));
}

static void
show_page_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  KoyomiMaturityWindow *self = KOYOMI_MATURITY_WINDOW (widget);

  gtk_stack_set_visible_child_name (self->stack, pages[g_variant_get_int32 (parameter)].name);
  gtk_widget_grab_focus (gtk_stack_get_visible_child (self->stack));
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  KoyomiMaturityWindow *self = KOYOMI_MATURITY_WINDOW (widget);

  gtk_stack_set_visible_child_name (self->stack, pages[0].name);
  koyomi_maturity_page_search (KOYOMI_MATURITY_PAGE (gtk_stack_get_visible_child (self->stack)));
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "maturity.show-run", "x", show_run_action);
  gtk_widget_class_install_action (klass, "maturity.show-page", "i", show_page_action);
  gtk_widget_class_install_action (klass, "maturity.search", NULL, search_action);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_widget_class_add_binding_action (klass, GDK_KEY_1 + i, GDK_ALT_MASK, "maturity.show-page", "i", i);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_f, GDK_CONTROL_MASK, "maturity.search", NULL);
}

static void
koyomi_maturity_window_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);

  G_OBJECT_CLASS (koyomi_maturity_window_parent_class)->dispose (object);
}

static void
koyomi_maturity_window_finalize (GObject *object)
{
  g_ptr_array_unref (KOYOMI_MATURITY_WINDOW (object)->catalogues);

  G_OBJECT_CLASS (koyomi_maturity_window_parent_class)->finalize (object);
}

static void
koyomi_maturity_window_class_init (KoyomiMaturityWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_maturity_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_maturity_window_finalize;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_maturity_window_refresh;

  install_actions (GTK_WIDGET_CLASS (klass));
}

static void
koyomi_maturity_window_init (KoyomiMaturityWindow *self)
{
  self->catalogues = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Returns: of which catalogue the function is; 0 where that is not known */
static gint64
find_catalogue (KoyomiSession *session,
                KoyomiRecord  *function)
{
  g_autoptr(KoyomiRecord) group = NULL;

  if (function != NULL)
    group = koyomi_session_get (session, KOYOMI_TABLE_GROUP, koyomi_record_get_int (function, KOYOMI_FUNCTION_GROUP),
                                koyomi_session_get_own_language (session), NULL);

  return group != NULL ? koyomi_record_get_int (group, KOYOMI_GROUP_CATALOGUE) : 0;
}

/* Returns: (transfer full) (nullable) */
static KoyomiRecord *
find_function (KoyomiSession *session)
{
  g_autoptr(GPtrArray) functions = koyomi_session_list (session, KOYOMI_TABLE_FUNCTION, 0, 0, koyomi_session_get_own_language (session),
                                                        NULL);

  return functions != NULL && functions->len > 0 ? g_object_ref (g_ptr_array_index (functions, 0)) : NULL;
}

/* Returns: the catalogue of the first function that somebody has assessed, else of the first one there is; 0 for none */
static gint64
find_assessed (KoyomiSession *session)
{
  KoyomiLanguage language = koyomi_session_get_own_language (session);
  g_autoptr(GPtrArray) assessments = koyomi_session_list (session, KOYOMI_TABLE_MATURITY, 0, 0, language, NULL);
  g_autoptr(KoyomiRecord) function = NULL;

  if (assessments != NULL && assessments->len > 0)
    function = koyomi_session_get (session, KOYOMI_TABLE_FUNCTION,
                                   koyomi_record_get_int (g_ptr_array_index (assessments, 0), KOYOMI_MATURITY_FUNCTION), language, NULL);
  else
    function = find_function (session);

  return find_catalogue (session, function);
}

/* The catalogue that was shown last, where this plan has it, else the one that is assessed. */
static guint
choose_catalogue (KoyomiMaturityWindow *self)
{
  g_autofree char *code = g_settings_get_string (get_settings (self), CATALOGUE_KEY);
  gint64 assessed = find_assessed (koyomi_plan_window_get_session (KOYOMI_PLAN_WINDOW (self)));
  guint chosen = 0;

  for (guint i = 0; i < self->catalogues->len; i++)
    {
      KoyomiRecord *catalogue = g_ptr_array_index (self->catalogues, i);

      if (g_str_equal (koyomi_record_get_text (catalogue, KOYOMI_CATALOGUE_CODE), code))
        return i;
      if (koyomi_record_get_id (catalogue) == assessed)
        chosen = i;
    }

  return chosen;
}

static void
fill_catalogues (KoyomiMaturityWindow *self)
{
  KoyomiPlanWindow *window = KOYOMI_PLAN_WINDOW (self);
  g_autoptr(GPtrArray) catalogues = koyomi_session_list (koyomi_plan_window_get_session (window), KOYOMI_TABLE_CATALOGUE, 0, 0,
                                                         koyomi_plan_window_get_language (window), NULL);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; catalogues != NULL && i < catalogues->len; i++)
    {
      g_ptr_array_add (self->catalogues, g_object_ref (g_ptr_array_index (catalogues, i)));
      gtk_string_list_append (names, koyomi_record_get_title (g_ptr_array_index (catalogues, i)));
    }

  gtk_drop_down_set_model (self->catalogue, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->catalogue, choose_catalogue (self));
}

static void
add_pages (KoyomiMaturityWindow *self)
{
  KoyomiPlanWindow *window = KOYOMI_PLAN_WINDOW (self);
  g_autofree char *last = g_settings_get_string (get_settings (self), PAGE_KEY);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_stack_add_titled (self->stack, pages[i].make (koyomi_plan_window_get_workspace (window)), pages[i].name,
                          koyomi_plan_window_tr (window, pages[i].title));

  if (gtk_stack_get_child_by_name (self->stack, last) != NULL)
    gtk_stack_set_visible_child_name (self->stack, last);
}

/* Has the first page show this function, whatever was looked at last. */
static void
go_to_function (KoyomiMaturityWindow *self,
                gint64                function)
{
  KoyomiSession *session = koyomi_plan_window_get_session (KOYOMI_PLAN_WINDOW (self));
  g_autoptr(KoyomiRecord) record = koyomi_session_get (session, KOYOMI_TABLE_FUNCTION, function, koyomi_session_get_own_language (session),
                                                       NULL);
  gint64 catalogue = find_catalogue (session, record);

  for (guint i = 0; i < self->catalogues->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (self->catalogues, i)) == catalogue)
      gtk_drop_down_set_selected (self->catalogue, i);
  gtk_stack_set_visible_child_name (self->stack, pages[0].name);
  koyomi_maturity_page_select (KOYOMI_MATURITY_PAGE (gtk_stack_get_visible_child (self->stack)), function);
}

static void
present (GtkWindow       *parent,
         KoyomiWorkspace *workspace,
         gint64           function)
{
  g_autoptr(KoyomiMaturityWindow) self = g_object_ref (g_object_new (KOYOMI_TYPE_MATURITY_WINDOW, NULL));

  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-maturity-window", children);
  self->is_refreshing = TRUE;
  fill_catalogues (self);
  add_pages (self);
  if (function != 0)
    go_to_function (self, function);
  self->is_refreshing = FALSE;

  g_signal_connect_object (self->catalogue, "notify::selected", G_CALLBACK (catalogue_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (page_cb), self, G_CONNECT_SWAPPED);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), gtk_stack_get_visible_child (self->stack));
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));

  /* There are no rows before the window shows its catalogue. */
  if (function != 0 && self->stack != NULL)
    gtk_widget_grab_focus (gtk_stack_get_visible_child (self->stack));
}

/* Shows the page and the catalogue that were looked at last. */
void
koyomi_maturity_window_present (GtkWindow       *parent,
                                KoyomiWorkspace *workspace)
{
  present (parent, workspace, 0);
}

/* Shows what was said of the function. */
void
koyomi_maturity_window_present_function (GtkWindow       *parent,
                                         KoyomiWorkspace *workspace,
                                         gint64           function)
{
  present (parent, workspace, function);
}
