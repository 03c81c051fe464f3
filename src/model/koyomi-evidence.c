#include "koyomi-evidence.h"

#include "koyomi-text.h"

static GFile *
get_folder (const char *plan_path)
{
  g_autoptr(GFile) plan = g_file_new_for_path (plan_path);

  return g_file_get_parent (plan);
}

/**
 * koyomi_evidence_dup_file:
 * @plan_path: (nullable): of the plan, beside which a place such as "evidence/disk.img" lies; NULL for a past moment, which lies nowhere
 *
 * Returns: (nullable) (transfer full): the file; NULL for a reference, and for a place that is not on this machine or its shares
 */
GFile *
koyomi_evidence_dup_file (KoyomiRecord *evidence,
                          const char   *plan_path)
{
  const char *place = koyomi_record_get_text (evidence, KOYOMI_EVIDENCE_PLACE);
  g_autofree char *scheme = g_uri_parse_scheme (place);
  g_autoptr(GFile) folder = NULL;

  g_return_val_if_fail (koyomi_record_get_table_id (evidence) == KOYOMI_TABLE_EVIDENCE, NULL);

  if (koyomi_record_get_int (evidence, KOYOMI_EVIDENCE_KIND) == KOYOMI_EVIDENCE_KIND_REFERENCE || *place == '\0')
    return NULL;

  if (g_strcmp0 (scheme, "file") == 0)
    return g_file_new_for_uri (place);

  if (scheme != NULL && g_str_has_prefix (place + strlen (scheme), "://"))
    return NULL;

  if (g_path_is_absolute (place))
    return g_file_new_for_path (place);

  folder = plan_path != NULL ? get_folder (plan_path) : NULL;

  return folder != NULL ? g_file_resolve_relative_path (folder, place) : NULL;
}

/* A plan keeps clean texts only, and a name on disk need not be one: such a name is kept as an address. */
static char *
describe_place (GFile      *file,
                const char *plan_path)
{
  g_autoptr(GFile) folder = get_folder (plan_path);
  g_autofree char *path = folder != NULL ? g_file_get_relative_path (folder, file) : NULL;

  if (path == NULL)
    path = g_file_get_path (file);
  if (path != NULL && koyomi_text_is_clean (path) && g_uri_peek_scheme (path) == NULL)
    return g_steal_pointer (&path);

  return g_file_get_uri (file);
}

/* Says where the evidence lies and what its contents were: beside the plan by a path that moves with it, elsewhere by a full one. */
void
koyomi_evidence_set_file (KoyomiRecord *evidence,
                          GFile        *file,
                          const char   *plan_path,
                          const char   *sha256)
{
  g_return_if_fail (koyomi_file_is_hash (sha256));

  if (koyomi_record_get_int (evidence, KOYOMI_EVIDENCE_KIND) == KOYOMI_EVIDENCE_KIND_REFERENCE)
    koyomi_record_set_int (evidence, KOYOMI_EVIDENCE_KIND, KOYOMI_EVIDENCE_KIND_RECORD);
  koyomi_record_take_text (evidence, KOYOMI_EVIDENCE_PLACE, describe_place (file, plan_path));
  koyomi_record_set_text (evidence, KOYOMI_EVIDENCE_SHA256, sha256);
}

gboolean
koyomi_evidence_has_hash (KoyomiRecord *evidence)
{
  return koyomi_file_is_hash (koyomi_record_get_text (evidence, KOYOMI_EVIDENCE_SHA256));
}
