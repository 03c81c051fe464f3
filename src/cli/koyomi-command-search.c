#include "koyomi-commands.h"

#include "koyomi-json.h"
#include "koyomi-search.h"

#define DEFAULT_MOST 10

static void
print_group (KoyomiShell             *shell,
             const KoyomiSearchGroup *group)
{
  guint title_width = 0;

  for (guint i = 0; i < group->hits->len; i++)
    {
      const KoyomiSearchHit *hit = g_ptr_array_index (group->hits, i);

      title_width = MAX (title_width, koyomi_text_get_width (hit->title));
    }

  koyomi_print ("%s (%u)\n", koyomi_tr (shell->language, koyomi_dictionary_get_table (group->table)->label), group->n_found);
  for (guint i = 0; i < group->hits->len; i++)
    {
      const KoyomiSearchHit *hit = g_ptr_array_index (group->hits, i);

      koyomi_print ("  ");
      if (*hit->number != '\0')
        koyomi_print ("%s  ", hit->number);
      koyomi_print_column (hit->title, title_width);
      koyomi_print ("%s\n", hit->detail);
    }
}

static void
print_text (KoyomiShell *shell,
            const char  *query,
            GPtrArray   *groups)
{
  if (groups->len == 0)
    {
      koyomi_print (koyomi_tr (shell->language, N_("Nothing found for “%s”")), query);
      koyomi_print ("\n");
    }

  for (guint i = 0; i < groups->len; i++)
    print_group (shell, g_ptr_array_index (groups, i));
}

static void
add_hit (JsonBuilder           *builder,
         const KoyomiSearchHit *hit)
{
  json_builder_begin_object (builder);
  koyomi_json_add_int (builder, "id", hit->id);
  koyomi_json_add_text (builder, "number", hit->number);
  koyomi_json_add_text (builder, "title", hit->title);
  koyomi_json_add_text (builder, "detail", hit->detail);
  json_builder_end_object (builder);
}

static void
print_json (GPtrArray *groups)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < groups->len; i++)
    {
      const KoyomiSearchGroup *group = g_ptr_array_index (groups, i);

      json_builder_begin_object (builder);
      koyomi_json_add_text (builder, "kind", koyomi_dictionary_get_table (group->table)->name);
      koyomi_json_add_int (builder, "found", group->n_found);
      json_builder_set_member_name (builder, "hits");
      json_builder_begin_array (builder);
      for (guint j = 0; j < group->hits->len; j++)
        add_hit (builder, g_ptr_array_index (group->hits, j));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  koyomi_json_print (builder);
}

/* Ends with %KOYOMI_EXIT_NOT_SO when nothing was found. */
KoyomiExit
koyomi_command_search (KoyomiShell  *shell,
                       int           argc,
                       char        **argv)
{
  gboolean json = FALSE;
  int most = DEFAULT_MOST;
  const GOptionEntry entries[] = {
    { "most", 0, 0, G_OPTION_ARG_INT, &most, N_("How many of a kind are shown (default: 10)"), N_("NUMBER") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { NULL }
  };
  g_autoptr(KoyomiSession) session = NULL;
  g_autoptr(GPtrArray) groups = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiExit exit;

  if (!koyomi_shell_parse (shell, "search", entries, 2, &argc, &argv, &exit))
    return exit;
  if (most < 1)
    return koyomi_shell_misuse (shell, koyomi_tr (shell->language, N_("--most wants a number from 1 on")));
  if ((session = koyomi_shell_open (shell, argv[1], FALSE, &exit)) == NULL)
    return exit;

  if (!koyomi_search_read_all (koyomi_session_get_search (session), &error) ||
      (groups = koyomi_search_find (koyomi_session_get_search (session), argv[2], most, shell->language, &error)) == NULL)
    return koyomi_shell_fail (shell, KOYOMI_EXIT_FILE_REFUSED, error);

  if (json)
    print_json (groups);
  else
    print_text (shell, argv[2], groups);

  return groups->len > 0 ? KOYOMI_EXIT_DONE : KOYOMI_EXIT_NOT_SO;
}
